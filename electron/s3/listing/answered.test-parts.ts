/**
 * Pages of a sorted set of keys without network and clock, for tests: what was asked is answered in an order that the
 * test chooses, so that every run of it makes the same calls.
 */
import { createClassCodes } from './class-codes.ts';
import { listNames } from './list-names.ts';
import { fromByteText, keyAt } from './names.ts';
import { readPage } from './page-reader.ts';
import { page } from './page-server.test-parts.ts';
import { createRequests } from './requests.ts';
import type { BucketPages, PageFrom } from './signed-list.ts';

/** All that wait at once, as from a quick service; or one by one, what was asked last first, as from a slow one. */
export type Order = 'together' | 'newest first';

/** Lists everything below the prefix; `calls`: how many pages were asked for. */
export async function listAnswered(
  keys: readonly string[],
  order: Order,
  prefix = '',
): Promise<{ keys: string[]; calls: number }> {
  const listed: string[] = [];
  const requests = createRequests(pagesOf(keys, order, prefix));
  const out = {
    add(names: Parameters<typeof keyAt>[0]) {
      for (let i = 0; i < names.ends.length; i++) listed.push(fromByteText(keyAt(names, i)));
    },
    isStalled: () => false,
  };
  await listNames(requests, prefix, out, new AbortController().signal).done;
  return { keys: listed, calls: requests.progress().calls };
}

function pagesOf(keys: readonly string[], order: Order, prefix: string): Pick<BucketPages, 'ask'> {
  const classes = createClassCodes();
  const waiting: (() => void)[] = [];
  // After everything that follows from the answer before.
  const answerSome = () => {
    const due = waiting.splice(order === 'together' ? 0 : -1);
    for (const answer of due) answer();
    if (waiting.length > 0) setImmediate(answerSome);
  };
  return {
    ask: (from) =>
      new Promise((resolve) => {
        if (waiting.length === 0) setImmediate(answerSome);
        waiting.push(() => resolve(readPage(Buffer.from(page({ keys }, queryOf(prefix, from))), classes)));
      }),
  };
}

function queryOf(prefix: string, from: PageFrom): URLSearchParams {
  const ask = new URLSearchParams({ prefix, delimiter: '/' });
  if (from && 'token' in from) ask.set('continuation-token', from.token);
  if (from && 'startAfter' in from) ask.set('start-after', from.startAfter);
  return ask;
}
