import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { collect } from './collect.test-parts.ts';
import { startListing } from './listing.ts';
import { openPageServer, type PageServer, sortedKeys } from './page-server.test-parts.ts';

// Many pages each, on machines that do other things too.
vi.setConfig({ testTimeout: 120_000 });
let server: PageServer;
beforeAll(async () => {
  server = await openPageServer();
});
afterEach(() => {
  server.instead = () => false;
  server.ignoresStartAfter = false;
  server.delayMs = 0;
  server.calls = 0;
  server.mostInFlight = 0;
});
afterAll(() => server.close());

const numbers = (count: number) => Array.from({ length: count }, (_, i) => String(i).padStart(8, '0'));
const list = () => collect(server.client(), 'bucket', '');
const keysOf = ({ names }: Awaited<ReturnType<typeof list>>) => names.map(({ key }) => key);
const refuse = (response: ServerResponse, status: number, code: string, more = '') => {
  response.writeHead(status, { 'Content-Type': 'application/xml' });
  response.end(`<Error><Code>${code}</Code><Message>no</Message>${more}</Error>`);
  return true;
};
const xml = (response: ServerResponse, inside: string) => {
  response.setHeader('Content-Type', 'application/xml');
  response.end(`<ListBucketResult><EncodingType>url</EncodingType>${inside}</ListBucketResult>`);
  return true;
};
const object = (key: string) => `<Contents><Key>${key}</Key><Size>1</Size></Contents>`;

describe('a service that asks for patience', () => {
  it('is asked less, and everything still comes', async () => {
    server.keys = numbers(30_000);
    server.delayMs = 20;
    let refused = 0;
    // As many at a time as it bears: more are refused.
    server.instead = (_ask, response) => {
      if (server.inFlight <= 4) return false;
      refused++;
      return refuse(response, 503, 'SlowDown');
    };
    const all = await list();
    expect(all.failure).toBeNull();
    expect(keysOf(all)).toEqual(server.keys);
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(150);
  });

  it.each(['InternalError', 'SlowDown'])('also when %s comes as a success', async (code) => {
    server.keys = numbers(1500);
    server.instead = (_ask, response) => server.calls === 1 && refuse(response, 200, code);
    expect(keysOf(await list())).toEqual(server.keys);
  });

  it('whose connection is cut in the midst of a page is asked again', async () => {
    server.keys = numbers(20_000);
    server.instead = (_ask, response) => {
      if (server.calls % 7 !== 3) return false;
      response.writeHead(200, { 'Content-Length': '100000' });
      response.write('<ListBucketResult><Contents><Key>000');
      setImmediate(() => response.destroy());
      return true;
    };
    expect(keysOf(await list())).toEqual(server.keys);
  });
});

describe('a service of another kind', () => {
  it('that ignores start-after is read page by page', async () => {
    server.keys = numbers(12_000);
    server.ignoresStartAfter = true;
    const all = await list();
    expect(all.failure).toBeNull();
    expect(keysOf(all)).toEqual(server.keys);
    expect(server.calls).toBeLessThan(12 + 14);
  });

  it('that has another order is read page by page, in its order', async () => {
    const pages = [
      ['b', 'a'],
      ['d', 'c'],
      ['f', 'e'],
      ['h', 'g'],
      ['j', 'i'],
    ];
    server.instead = (ask, response) => {
      expect(ask.get('start-after')).toBeNull();
      const at = Number(ask.get('continuation-token') ?? 0);
      const more = at < pages.length - 1;
      const next = more ? `<NextContinuationToken>${at + 1}</NextContinuationToken>` : '';
      return xml(response, `<IsTruncated>${more}</IsTruncated>${next}${pages[at]?.map(object).join('')}`);
    };
    expect(keysOf(await list())).toEqual(pages.flat());
  });
});

describe('an answer that can’t be right', () => {
  const failing: [string, (ask: URLSearchParams, response: ServerResponse) => boolean, string][] = [
    [
      'more to come, and no word of where',
      (_ask, r) => xml(r, '<IsTruncated>true</IsTruncated>'),
      's3-answer-garbled',
    ],
    [
      'leading to itself',
      (_ask, r) =>
        xml(r, '<IsTruncated>true</IsTruncated><NextContinuationToken>same</NextContinuationToken>'),
      's3-answer-garbled',
    ],
    [
      'of more than ten megabytes',
      (_ask, r) => xml(r, `<IsTruncated>false</IsTruncated>${' '.repeat(11_000_000)}`),
      's3-answer-garbled',
    ],
    [
      'a redirect to nowhere',
      (_ask, r) => {
        r.writeHead(301).end();
        return true;
      },
      's3-wrong-region',
    ],
    [
      'a redirect in a circle',
      (_ask, r) => refuse(r, 301, 'PermanentRedirect', '<Region>eu-west-1</Region>'),
      's3-other-region',
    ],
    [
      'a page of a portal',
      (_ask, r) => {
        r.end('<html>Sign in</html>');
        return true;
      },
      's3-answer-garbled',
    ],
  ];
  it.each(failing)('%s is said', async (_what, answer, code) => {
    server.instead = answer;
    expect((await list()).failure).toMatchObject({ code });
    expect(server.calls).toBeLessThan(4);
  });

  it('leaves what came before', async () => {
    server.keys = numbers(2500);
    server.instead = (_ask, response) => server.calls === 3 && refuse(response, 403, 'ExpiredToken');
    const all = await list();
    expect(keysOf(all)).toEqual(server.keys.slice(0, 2000));
    expect(all.failure).toMatchObject({ code: 's3-session-ended', retry: 'afterSignIn' });
  });
});

it('what is there all the time is listed once, whatever is added and deleted meanwhile', async () => {
  const lasting = numbers(30_000);
  const passing = Array.from({ length: 3000 }, (_, i) => `${String(i * 10).padStart(8, '0')}-passing`);
  server.keys = sortedKeys([...lasting, ...passing]);
  server.delayMs = 2;
  server.instead = () => {
    const gone = passing[(server.calls * 37) % passing.length];
    const added = `${String((server.calls * 911) % 29_999).padStart(8, '0')}-added`;
    server.keys = server.keys.filter((key) => key !== gone && key !== added);
    server.keys.splice(
      server.keys.findIndex((key) => key > added),
      0,
      added,
    );
    return false;
  };
  const all = keysOf(await list());
  expect(all.filter((key) => /^\d+$/.test(key))).toEqual(lasting);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual(sortedKeys(all));
});

describe('the window', () => {
  it('that takes nothing more is not flooded, nor is S3 asked further', async () => {
    server.keys = Array.from(
      { length: 150_000 },
      (_, i) => `${String(i).padStart(8, '0')}${'x'.repeat(200)}`,
    );
    const sizes: number[] = [];
    let full: () => void = () => {};
    const eight = new Promise<void>((resolve) => {
      full = resolve;
    });
    const place = { id: 1, bucket: 'bucket', prefix: '' };
    const listing = startListing(
      place,
      Promise.resolve(server.client()),
      (answer) => {
        if (answer.kind === 'piece' && sizes.push(answer.piece.keys.length) === 8) full();
      },
      () => {},
    );
    await eight;
    let [calls, quiet] = [0, 0];
    const isQuiet = () => {
      quiet = server.calls === calls && server.inFlight === 0 ? quiet + 1 : 0;
      calls = server.calls;
      return quiet;
    };
    await expect.poll(isQuiet, { timeout: 20_000 }).toBeGreaterThan(5);
    expect(sizes.length).toBe(8);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1_048_576);
    listing.stop();
  }, 30_000);

  it('that stops a listing has its requests ended at once', async () => {
    server.keys = numbers(30_000);
    let held = 0;
    server.instead = (ask) => {
      if (ask.has('continuation-token')) held++;
      return held > 0;
    };
    const answers: string[] = [];
    const place = { id: 1, bucket: 'bucket', prefix: '' };
    const ended: boolean[] = [];
    const listing = startListing(
      place,
      Promise.resolve(server.client()),
      ({ kind }) => answers.push(kind),
      () => ended.push(true),
    );
    await expect.poll(() => held).toBe(1);
    expect(server.inFlight).toBe(1);
    listing.stop();
    await expect.poll(() => server.inFlight).toBe(0);
    expect([answers, ended]).toEqual([['piece'], [true]]);
  });
});
