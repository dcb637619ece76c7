/**
 * Asks for one page of versions by the SDK and reads it by our own reader: the SDK's hands out versions and delete
 * markers apart, and their dates alone, whole seconds, do not tell which came first. One world: S3.
 */

import { Readable } from 'node:stream';
import { ListObjectVersionsCommand, type ListObjectVersionsCommandInput } from '@aws-sdk/client-s3';
import { withBody } from '../listing/body.ts';
import { garbled } from '../listing/garbled.ts';
import { S3Refusal } from '../listing/refusal.ts';
import type { Asked } from './object-of.ts';
import { ErrorInstead, readVersions, type VersionsPage } from './read-versions.ts';

/** S3 puts no more on a page. */
export const MOST_ENTRIES = 1000;
/** Many times the longest page of S3. */
const LONGEST_ANSWER_BYTES = 10 * 1_048_576;

export async function askVersionsPage(
  { client, stop }: Asked,
  input: ListObjectVersionsCommandInput,
): Promise<VersionsPage> {
  const command = new ListObjectVersionsCommand({ MaxKeys: MOST_ENTRIES, ...input, EncodingType: 'url' });
  let page: VersionsPage | undefined;
  const readBody =
    <A, R extends { response: unknown }>(next: (args: A) => Promise<R>) =>
    async (args: A): Promise<R> => {
      const result = await next(args);
      const { statusCode, headers, body } = result.response as HttpAnswerOfSdk;
      if (statusCode !== 200) return result;
      page = await withBody(body, LONGEST_ANSWER_BYTES, (bytes) => pageOf(headers, bytes));
      return { ...result, response: { statusCode, headers, body: Readable.from([]) } };
    };
  // Behind the SDK's reader, to which nothing but refusals are left to read.
  command.middlewareStack.addRelativeTo(readBody, {
    name: 'readVersions',
    relation: 'after',
    toMiddleware: 'deserializerMiddleware',
  });
  await client.send(command, { abortSignal: stop });
  if (page === undefined) throw garbled('no page of versions');
  if (page.entries.length > MOST_ENTRIES) throw garbled(`${page.entries.length} versions on one page`);
  return page;
}

interface HttpAnswerOfSdk {
  statusCode: number;
  headers: Record<string, string>;
  body: Readable;
}

function pageOf(headers: Record<string, string>, bytes: Uint8Array): VersionsPage {
  try {
    return readVersions(bytes);
  } catch (error) {
    throw error instanceof ErrorInstead ? new S3Refusal(200, headers, bytes) : error;
  }
}
