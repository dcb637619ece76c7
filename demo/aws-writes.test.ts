// How true the demo's writing is: Debian's own aws client uploads, copies, moves and deletes as it would at AWS.

import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { credentialsOf, startTestDemo, type TestDemo } from './testing.ts';
import { type AwsClient, awsClient } from './testing-aws.ts';

const WORKBENCH = 's3://lark-workbench';

let demo: TestDemo;
let client: AwsClient;
const s3 = (...args: string[]) => client.aws('s3', ['s3', ...args]);
const api = async (operation: string, ...args: string[]) => {
  const answer = await client.aws('s3', ['s3api', operation, '--bucket', 'lark-workbench', ...args]);
  if (answer !== '' && !answer.startsWith('{')) throw new Error(answer);
  return answer === '' ? {} : JSON.parse(answer);
};

beforeAll(async () => {
  demo = await startTestDemo();
  client = await awsClient(demo, await credentialsOf(demo.organisation, 'alex', '111122223333/S3AccessRole'));
}, 30_000);
afterAll(() => demo?.remove());

describe('the aws client', { timeout: 60_000 }, () => {
  it('uploads 9 MiB in parts, and gets them back', async () => {
    const bytes = randomBytes(9 * 1024 ** 2);
    const [source, target] = [join(client.home, 'up.bin'), join(client.home, 'down.bin')];
    await writeFile(source, bytes);
    expect(await s3('cp', '--no-progress', source, `${WORKBENCH}/aws/up.bin`)).toContain('upload: ');
    const facts = await api('head-object', '--key', 'aws/up.bin');
    expect(facts).toMatchObject({ ContentLength: bytes.length, ETag: expect.stringMatching(/-2"$/) });
    await s3('cp', '--no-progress', `${WORKBENCH}/aws/up.bin`, target);
    expect((await readFile(target)).equals(bytes)).toBe(true);
  });

  it('moves an object, deletes a folder, and sees what is left of them', async () => {
    expect(await s3('mv', `${WORKBENCH}/orders/2026-06-01.csv`, `${WORKBENCH}/aws/moved + 1.csv`)).toContain(
      'move: ',
    );
    expect(await s3('rm', '--recursive', `${WORKBENCH}/letters/`)).toContain('delete: ');
    const listed = await api('list-object-versions', '--prefix', 'letters/');
    expect(listed.DeleteMarkers).toHaveLength(3);
    expect(listed.Versions).toHaveLength(3);
    const tags = await api('get-object-tagging', '--key', 'aws/moved + 1.csv');
    expect(tags.TagSet).toHaveLength(2);
  });

  it('deletes many by name, writes tags, and orders a restore', async () => {
    const objects = '{"Objects":[{"Key":"plans/autumn-catalogue.md"},{"Key":"nothing"}],"Quiet":false}';
    expect((await api('delete-objects', '--delete', objects)).Deleted).toHaveLength(2);
    await api(
      'put-object-tagging',
      '--key',
      'README.md',
      '--tagging',
      '{"TagSet":[{"Key":"a","Value":"1"}]}',
    );
    const restore = '{"Days":1,"GlacierJobParameters":{"Tier":"Bulk"}}';
    await api('restore-object', '--key', 'archive/2022/ledger.csv', '--restore-request', restore);
    expect((await api('head-object', '--key', 'archive/2022/ledger.csv')).Restore).toBe(
      'ongoing-request="true"',
    );
  });
});
