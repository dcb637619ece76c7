import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { S3Answer } from '../../contract/s3-port.ts';
import { AppError } from '../../lib/app-error.ts';
import type { NextClient } from './lasting-pages.ts';
import { startListing } from './listing.ts';
import { clientAt, openPageServer, type PageServer, sortedKeys } from './page-server.test-parts.ts';

/** Two cores may be busy with other things. */
vi.setConfig({ testTimeout: 60_000 });
const PATIENT = { timeout: 20_000 };
let server: PageServer;
const stopAll: (() => void)[] = [];
beforeAll(async () => {
  server = await openPageServer();
});
afterEach(() => {
  for (const stop of stopAll.splice(0)) stop();
  server.instead = () => false;
  server.delayMs = 0;
});
afterAll(() => server.close());

const expired = (response: ServerResponse) => {
  response.writeHead(400, { 'Content-Type': 'application/xml' });
  response.end('<Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message></Error>');
  return true;
};
const tokenOf = (headers: NodeJS.Dict<string | string[]>) => headers['x-amz-security-token'];
/** The server takes one token only; the listing begins with `one`. */
function list(nextClient: NextClient) {
  const names: string[] = [];
  const waits: boolean[] = [];
  let ends = 0;
  let stop = () => {};
  const last = new Promise<S3Answer>((resolve) => {
    const take = (message: S3Answer) => {
      const answer = S3Answer.parse(message);
      if (answer.kind === 'progress' || answer.kind === 'piece') waits.push(answer.progress.waiting);
      if (answer.kind === 'piece') {
        const { keys, ends } = answer.piece;
        ends.forEach((end, i) => {
          names.push(Buffer.from(keys.subarray(i === 0 ? 0 : ends[i - 1], end)).toString());
        });
        setImmediate(() => listing.acknowledge());
      }
      if (answer.kind === 'failed' || (answer.kind === 'piece' && answer.complete)) resolve(answer);
    };
    const place = { id: 1, bucket: 'bucket', prefix: '', nextClient };
    const listing = startListing(place, Promise.resolve(holding('one')), take, () => ends++);
    stop = () => listing.stop();
    stopAll.push(stop);
  });
  return { names, waits, last, stop, ends: () => ends };
}
const holding = (sessionToken: string) =>
  clientAt(server.origin(), { accessKeyId: 'a', secretAccessKey: 'b', sessionToken });

it('a listing whose session ends in its midst goes on from there with the next one, each name once', async () => {
  server.keys = sortedKeys(Array.from({ length: 30_000 }, (_, i) => String(i).padStart(8, '0')));
  let valid = 'one';
  let answered = 0;
  server.instead = (_ask, response, request) => {
    if (tokenOf(request.headers) !== valid) return expired(response);
    // After some pages; more are under way by then.
    if (++answered === 9) valid = 'two';
    return false;
  };
  let began = () => {};
  const signedIn = new Promise<void>((resolve) => {
    began = resolve;
  });
  let asked = 0;
  const { names, waits, last } = list(async () => {
    asked++;
    await signedIn;
    return holding('two');
  });
  await expect.poll(() => waits.at(-1), PATIENT).toBe(true);
  await expect.poll(() => server.inFlight, PATIENT).toBe(0);
  const listedSoFar = names.length;
  expect(listedSoFar).toBeGreaterThan(0);
  began();
  expect(await last).toMatchObject({ kind: 'piece', complete: true });
  expect(names).toEqual(server.keys);
  expect(asked).toBe(1);
});

it('over several ends', async () => {
  server.keys = sortedKeys(Array.from({ length: 20_000 }, (_, i) => String(i).padStart(8, '0')));
  let valid = 1;
  let answered = 0;
  server.instead = (_ask, response, request) => {
    if (tokenOf(request.headers) !== (valid === 1 ? 'one' : `s${valid}`)) return expired(response);
    if (++answered % 5 === 0) valid++;
    return false;
  };
  const { names, last } = list(async () => holding(`s${valid}`));
  expect(await last).toMatchObject({ kind: 'piece', complete: true });
  expect(names).toEqual(server.keys);
});

it('another role does not go on with it: what was listed stays, and that is said', async () => {
  server.keys = sortedKeys(Array.from({ length: 5_000 }, (_, i) => String(i).padStart(8, '0')));
  let answered = 0;
  server.instead = (_ask, response) => ++answered > 2 && expired(response);
  const { names, last } = list(async () => {
    throw new AppError('s3-other-role', { retry: 'now' });
  });
  expect(await last).toMatchObject({ kind: 'failed', failure: { code: 's3-other-role', retry: 'now' } });
  expect(names).toEqual(server.keys.slice(0, 2000));
});

it('a session that had ended before the first page is a failure, not a wait', async () => {
  server.keys = ['a'];
  server.instead = (_ask, response) => expired(response);
  const { last } = list(() => new Promise(() => undefined));
  expect(await last).toMatchObject({ kind: 'failed', failure: { code: 's3-session-ended' } });
});

it('a wait can be stopped', async () => {
  server.keys = sortedKeys(Array.from({ length: 5_000 }, (_, i) => String(i).padStart(8, '0')));
  let answered = 0;
  server.instead = (_ask, response) => ++answered > 1 && expired(response);
  const { waits, stop, ends } = list(
    (stopped) => new Promise((_, reject) => stopped.addEventListener('abort', () => reject(stopped.reason))),
  );
  await expect.poll(() => waits.at(-1), PATIENT).toBe(true);
  stop();
  expect(ends()).toBe(1);
});
