import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningServer, serve } from '../http/serve.ts';
import type { ListFault } from '../messages.ts';
import { createListFaults } from './list-faults.ts';

const faults = createListFaults();
const PAGE =
  '<ListBucketResult><NextContinuationToken>next</NextContinuationToken><KeyCount>3</KeyCount><IsTruncated>true</IsTruncated>' +
  '<Contents><Key>a</Key></Contents><Contents><Key>b</Key></Contents><Contents><Key>c</Key></Contents></ListBucketResult>';

let server: RunningServer;
beforeAll(async () => {
  const handle = faults.around(async (request, response) => {
    request.resume();
    if (!request.readableEnded) await once(request, 'end');
    response.writeHead(200).end(PAGE);
  });
  server = await serve({ port: 0, now: Date.now, handle });
});
afterAll(() => server.close());

async function list(query = 'list-type=2'): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${server.port}/bucket?${query}`, { redirect: 'manual' });
  return `${answer.status} ${await answer.text()}`;
}

it.each<[fault: ListFault, looksLike: RegExp]>([
  ['slowDown', /^503 .*<Code>SlowDown</s],
  ['internalError', /^500 .*<Code>InternalError</s],
  ['errorAsSuccess', /^200 .*<Error>/s],
  ['halfPage', /^200 <ListBucketResult>(?!.*<\/ListBucketResult>)/s],
  ['portal', /^200 <!doctype html>/],
  ['wrongCount', /<KeyCount>4</],
  ['disorder', /<Key>c<.*<Key>b<.*<Key>a</],
  ['redirect', /^301 $/],
])('%s spoils as many lists as it should, and nothing else', async (fault, looksLike) => {
  faults.plan({ fault, after: 1, times: 1 });
  expect(await list()).toBe(`200 ${PAGE}`);
  expect(await list('location')).toBe(`200 ${PAGE}`);
  expect(await list()).toMatch(looksLike);
  expect(await list()).toBe(`200 ${PAGE}`);
  expect(faults.plan(null)).toBe(1);
  expect(await list()).toBe(`200 ${PAGE}`);
});

it('leads to itself, cuts, and says more than anybody takes', async () => {
  faults.plan({ fault: 'sameToken', after: 0, times: 1 });
  expect(await list('list-type=2&continuation-token=now')).toContain(
    '<NextContinuationToken>now</NextContinuationToken><IsTruncated>true<',
  );
  faults.plan({ fault: 'cut', after: 0, times: 1 });
  await expect(list()).rejects.toThrow();
  faults.plan({ fault: 'huge', after: 0, times: 1 });
  expect((await list()).length).toBeGreaterThan(10 * 1_048_576);
  faults.plan(null);
});
