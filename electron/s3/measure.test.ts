import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { S3Answer } from '../contract/s3-port.ts';
import type { Target } from '../contract/s3-work.ts';
import { createBucketRegions } from './bucket-regions.ts';
import { openPageServer, type PageServer, sortedKeys } from './listing/page-server.test-parts.ts';
import { startMeasure } from './measure.ts';

/** Two cores may be busy with other things. */
vi.setConfig({ testTimeout: 60_000 });
let server: PageServer;
beforeAll(async () => {
  server = await openPageServer();
});
afterEach(() => {
  server.instead = () => false;
  server.delayMs = 0;
  server.calls = 0;
});
afterAll(() => server.close());

const folder = (prefix: string): Target => ({ kind: 'folder', prefix });
const object = (key: string, version: string | null = null): Target => ({ kind: 'object', key, version });
const keys = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}${i % 7}/${String(i).padStart(6, '0')}`);
const sizesOf = (all: readonly string[]) => all.reduce((sum, key) => sum + key.length, 0);

function measure(targets: Target[], { everyVersion = false, heard = (_: S3Answer) => {} } = {}) {
  const client = server.client();
  const parts = { clientOf: async () => client, regions: createBucketRegions() };
  const request = { id: 7, op: 'measure', pass: 'pass', bucket: 'bucket', targets, everyVersion } as const;
  const answers: S3Answer[] = [];
  let stop = () => {};
  let ends = 0;
  const last = new Promise<S3Answer>((resolve) => {
    const take = (message: S3Answer) => {
      const answer = S3Answer.parse(message);
      answers.push(answer);
      heard(answer);
      if (answer.kind !== 'measured' || answer.complete) resolve(answer);
    };
    ({ stop } = startMeasure(parts, request, take, () => ends++));
  });
  return { answers, last, stop: () => stop(), ends: () => ends };
}
const whole = (objects: number, sizeBytes: number) => ({
  ...{ id: 7, kind: 'measured', complete: true },
  ...{ objects, sizeBytes },
});
const xml = (response: ServerResponse, text: string) => {
  response.setHeader('Content-Type', 'application/xml').end(text);
  return true;
};

describe('a folder', () => {
  it('is counted to its last leaf, and nothing beside it', async () => {
    server.keys = sortedKeys([...keys('logs/', 12_345), ...keys('logs-old/', 30), 'aside.txt']);
    const inside = server.keys.filter((key) => key.startsWith('logs/'));
    const { last, ends } = measure([folder('logs/')]);
    expect(await last).toEqual(whole(12_345, sizesOf(inside)));
    expect(ends()).toBe(1);
  });

  it('that is long is read at many places at once', async () => {
    server.keys = sortedKeys(keys('logs/', 40_000));
    server.delayMs = 5;
    server.mostInFlight = 0;
    expect(await measure([folder('logs/')]).last).toMatchObject({ objects: 40_000 });
    expect(server.mostInFlight).toBeGreaterThan(3);
  });

  it('inside another one counts once', async () => {
    server.keys = sortedKeys(keys('logs/', 2_000));
    const targets = [folder('logs/'), folder('logs/3/'), object('logs/1/000001'), folder('logs/')];
    expect(await measure(targets).last).toMatchObject({ objects: 2_000 });
  });

  it('with nothing in it is nothing', async () => {
    server.keys = [];
    expect(await measure([folder('logs/')]).last).toEqual(whole(0, 0));
  });

  it('tells how much there is so far, and each time more', async () => {
    server.keys = sortedKeys(keys('logs/', 20_000));
    server.delayMs = 30;
    const { answers, last } = measure([folder('logs/')]);
    await last;
    const counts = answers.flatMap((answer) => (answer.kind === 'measured' ? answer.objects : []));
    expect(counts.length).toBeGreaterThan(1);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });
});

describe('objects', () => {
  it('are weighed one by one, and one that is gone is nothing', async () => {
    server.instead = (_ask, response, request) => {
      const path = request.url ?? '';
      if (path.includes('gone')) response.writeHead(404);
      else response.setHeader('Content-Length', path.includes('versionId=old') ? 5 : 11);
      response.end();
      return true;
    };
    expect(await measure([object('a'), object('b', 'old'), object('gone')]).last).toEqual(whole(2, 16));
  });

  it('that may not be read are said', async () => {
    server.instead = (_ask, response) => Boolean(response.writeHead(403).end());
    const { last, ends } = measure([object('a'), object('b')]);
    expect(await last).toMatchObject({ kind: 'failed', failure: { code: 's3-access-denied' } });
    expect(ends()).toBe(1);
  });
});

describe('every version', () => {
  const page = (inside: string) =>
    `<ListVersionsResult><EncodingType>url</EncodingType>${inside}</ListVersionsResult>`;
  const version = (key: string, size: number) =>
    `<Version><Key>${key}</Key><VersionId>v</VersionId><Size>${size}</Size></Version>`;
  const marker = (key: string) => `<DeleteMarker><Key>${key}</Key><VersionId>m</VersionId></DeleteMarker>`;
  const more = '<IsTruncated>true</IsTruncated>';

  it('of a folder is counted page by page, delete markers too', async () => {
    server.instead = (ask, response) => {
      if (ask.get('key-marker') === null)
        return xml(
          response,
          page(
            `${more}<NextKeyMarker>logs%2Fa+b</NextKeyMarker><NextVersionIdMarker>v9</NextVersionIdMarker>${version('logs/a+b', 10)}${version('logs/a+b', 20)}`,
          ),
        );
      expect([ask.get('key-marker'), ask.get('version-id-marker')]).toEqual(['logs/a b', 'v9']);
      return xml(
        response,
        page(`<IsTruncated>false</IsTruncated>${version('logs/c', 3)}${marker('logs/c')}`),
      );
    };
    expect(await measure([folder('logs/')], { everyVersion: true }).last).toEqual(whole(4, 33));
  });

  it('of an object is counted without the keys that only begin so', async () => {
    server.instead = (_ask, response) =>
      xml(
        response,
        page(
          `${more}<NextKeyMarker>ab</NextKeyMarker>${version('a', 10)}${marker('a')}${version('ab', 500)}`,
        ),
      );
    expect(await measure([object('a')], { everyVersion: true }).last).toEqual(whole(2, 10));
    expect(server.calls).toBe(1);
  });

  it('is not counted for ever when the service repeats itself', async () => {
    server.instead = (_ask, response) =>
      xml(response, page(`${more}<NextKeyMarker>a</NextKeyMarker>${version('a', 1)}`));
    const { last } = measure([folder('a/')], { everyVersion: true });
    expect(await last).toMatchObject({ kind: 'failed', failure: { code: 's3-answer-garbled' } });
  });
});

it('stopped, it asks and answers nothing more', async () => {
  server.keys = sortedKeys(keys('logs/', 50_000));
  server.delayMs = 20;
  const running = await new Promise<ReturnType<typeof measure>>((resolve) => {
    const begun = measure([folder('logs/')], { heard: () => resolve(begun) });
  });
  running.stop();
  running.stop();
  const heard = running.answers.length;
  await expect.poll(() => server.inFlight, { timeout: 20_000 }).toBe(0);
  expect(running.answers).toHaveLength(heard);
  expect(running.ends()).toBe(1);
});
