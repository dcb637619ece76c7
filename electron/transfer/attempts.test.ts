import { setMaxListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { AppError } from '../lib/app-error.ts';
import { type AttemptParts, createAttempts } from './attempts.ts';
import { createGate, type Gate } from './gate.ts';
import { createPace } from './pace.ts';

const coded = (code: string) => Object.assign(new Error(code), { code });
const named = (name: string) => Object.assign(new Error(name), { name });
const answered = (status: number) =>
  Object.assign(new Error('no'), { $metadata: { httpStatusCode: status } });

function setUp() {
  const seen = {
    sessionsAwaited: [] as string[],
    waits: [] as number[],
    probes: [] as { ms: number; probe: () => void }[],
  };
  const gate: Gate = createGate(() => {});
  const parts: AttemptParts = {
    gate,
    wait: async (ms) => void seen.waits.push(ms),
    chance: () => 1,
    awaitSession: (what) => void seen.sessionsAwaited.push(what),
    later: (ms, probe) => void seen.probes.push({ ms, probe }),
  };
  const { attempt } = createAttempts(parts);
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  const pace = createPace({ first: 100, most: 100 });
  return { ...seen, gate, stop, pace, run: <T>(work: () => Promise<T>) => attempt(pace, stop.signal, work) };
}
/** All that is ready to happen. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Fails with each of these, then answers. */
function failing(...errors: unknown[]) {
  let calls = 0;
  const work = async () => {
    const error = errors[calls++];
    if (error !== undefined) throw error;
    return 'there';
  };
  return Object.assign(work, { calls: () => calls });
}

describe('a session that ended', () => {
  it.each(['ExpiredToken', 'TokenRefreshRequired', 'InvalidToken', 'InvalidAccessKeyId'])(
    '%s freezes many requests once, and none of them fails however often it ends',
    async (name) => {
      const { run, gate, sessionsAwaited, waits } = setUp();
      const works = Array.from({ length: 50 }, () =>
        failing(...Array.from({ length: 20 }, () => named(name))),
      );
      const all = Promise.all(works.map((work) => run(work)));
      for (let round = 1; round <= 20; round++) {
        await turn();
        expect(gate.why()).toEqual({ kind: 'waiting', for: 'signIn' });
        expect(works.map((work) => work.calls())).toEqual(works.map(() => round));
        expect(sessionsAwaited).toHaveLength(round);
        gate.open('signIn');
      }
      expect(await all).toEqual(works.map(() => 'there'));
      expect(waits).toEqual([]);
    },
  );

  it('is waited for once during a pause too, and the pause stands above it', async () => {
    const { run, gate, sessionsAwaited } = setUp();
    const refuse: (() => void)[] = [];
    let ended = true;
    const work = () =>
      new Promise<string>((resolve, reject) =>
        ended ? refuse.push(() => reject(named('ExpiredToken'))) : resolve('there'),
      );
    const all = Promise.all([run(work), run(work), run(work)]);
    await turn();
    gate.close({ kind: 'paused' });
    for (const one of refuse) one();
    await turn();
    expect(sessionsAwaited).toEqual(['signIn']);
    expect(gate.why()).toEqual({ kind: 'paused' });
    ended = false;
    gate.open('paused');
    expect(gate.why()).toEqual({ kind: 'waiting', for: 'signIn' });
    gate.open('signIn');
    expect(await all).toEqual(['there', 'there', 'there']);
  });

  it('another role waits, and is no failure', async () => {
    const { run, gate, sessionsAwaited } = setUp();
    const answer = run(failing(new AppError('s3-other-role')));
    await turn();
    expect(gate.why()).toEqual({ kind: 'waiting', for: 'role' });
    expect(sessionsAwaited).toEqual(['role']);
    gate.open('role');
    expect(await answer).toBe('there');
  });
});

describe('a network that is gone', () => {
  it.each(['ENOTFOUND', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN'])(
    '%s never fails a file, and is looked for in growing pauses',
    async (code) => {
      const { run, gate, probes } = setUp();
      const work = failing(...Array.from({ length: 12 }, () => coded(code)));
      const answer = run(work);
      while (probes.length < 8) {
        await turn();
        expect(gate.why()).toEqual({ kind: 'waiting', for: 'network' });
        probes.at(-1)?.probe();
      }
      expect(probes.slice(0, 8).map(({ ms }) => ms)).toEqual([
        1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
      ]);
      for (let left = 8; work.calls() < 13; left++) {
        await turn();
        probes.at(-1)?.probe();
        expect(left).toBeLessThan(40);
      }
      expect(await answer).toBe('there');
    },
  );

  it('begins again with a short pause once something went well', async () => {
    const { run, probes } = setUp();
    for (let round = 1; round <= 3; round++) {
      const answer = run(failing(coded('ENETDOWN')));
      await turn();
      expect(probes.at(-1)?.ms).toBe(1000);
      probes.at(-1)?.probe();
      await answer;
    }
  });

  it('does not open what waits for a session', async () => {
    const { run, gate, probes } = setUp();
    let tell: (error: unknown) => void = () => {};
    const first = run(failing(named('ExpiredToken')));
    let told = false;
    const second = run(() =>
      told ? Promise.resolve('there') : new Promise<string>((_resolve, reject) => (tell = reject)),
    );
    await turn();
    told = true;
    tell(coded('ENETDOWN'));
    await turn();
    for (const { probe } of probes) probe();
    expect(gate.why()).toEqual({ kind: 'waiting', for: 'signIn' });
    gate.open('signIn');
    expect(await Promise.all([first, second])).toEqual(['there', 'there']);
  });
});

it('a clock that is off is mended by the answer, and the request made again', async () => {
  const { run, gate } = setUp();
  const skewed = Object.assign(named('RequestTimeTooSkewed'), { $metadata: { httpStatusCode: 403 } });
  expect(await run(failing(skewed))).toBe('there');
  expect(gate.why()).toBeNull();
});

it('what S3 answered is no fault of the line, whatever its words', async () => {
  const { run, gate } = setUp();
  const message = 'The upload ID may be invalid, or the upload may have been aborted or completed.';
  const gone = Object.assign(new Error(message), {
    name: 'NoSuchUpload',
    $metadata: { httpStatusCode: 404 },
  });
  await expect(run(failing(gone))).rejects.toThrow('may have been aborted');
  expect(gate.why()).toBeNull();
});

it('a full disk waits for room, with what is missing', async () => {
  const { run, gate } = setUp();
  const answer = run(failing(Object.assign(coded('ENOSPC'), { missingBytes: 12 }), coded('EDQUOT')));
  await turn();
  expect(gate.why()).toEqual({ kind: 'waiting', for: 'disk', missingBytes: 12 });
  gate.open('disk');
  await turn();
  expect(gate.why()).toEqual({ kind: 'waiting', for: 'disk', missingBytes: null });
  gate.open('disk');
  expect(await answer).toBe('there');
});

it('a stop rejects at once what waits at the gate, whatever it waits for', async () => {
  const { run, gate, stop } = setUp();
  gate.close({ kind: 'paused' });
  const work = failing();
  const answer = run(work);
  stop.abort(new Error('left'));
  await expect(answer).rejects.toThrow('left');
  await expect(run(work)).rejects.toThrow('left');
  expect(work.calls()).toBe(0);
});

it('S3 that is busy is asked again, more slowly; a refusal is final', async () => {
  const { run, waits, pace } = setUp();
  expect(await run(failing(answered(503), named('SlowDown'), answered(500)))).toBe('there');
  expect(waits).toHaveLength(3);
  expect(pace.width).toBeLessThan(100);
  const refused = failing(answered(403));
  await expect(run(refused)).rejects.toThrow('no');
  expect(refused.calls()).toBe(1);
});

describe('behind a proxy', () => {
  it('one that is not there is waited for like the network', async () => {
    const { run, gate, probes } = setUp();
    const gone = new AppError('proxy-unreachable', { subject: 'proxy:3128' });
    const result = run(failing(gone, gone, gone, gone, gone));
    for (let times = 1; times <= 5; times++) {
      await turn();
      expect(gate.why()).toEqual({ kind: 'waiting', for: 'network' });
      probes[times - 1]?.probe();
    }
    expect(await result).toBe('there');
  });
});

describe('bytes that came otherwise than they were', () => {
  const spoiled: [string, unknown][] = [
    ['going up, as S3 says', named('BadDigest')],
    ['coming down, by their checksum', new AppError('transfer-checksum')],
    ['an answer that can’t be read', new AppError('s3-answer-garbled')],
  ];
  it.each(spoiled)('%s: are sent again, but not for ever', async (_what, error) => {
    const { run, waits } = setUp();
    const twice = failing(error, error);
    expect(await run(twice)).toBe('there');
    expect(waits).toHaveLength(2);
    await expect(run(failing(error, error, error, error))).rejects.toBe(error);
  });
});
