import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Target } from '../../contract/s3-work.ts';
import { AppError } from '../../lib/app-error.ts';
import { doWork } from './do-work.test-parts.ts';
import { type Asked, type Fault, openTestS3, type TestS3 } from './s3-server.test-parts.ts';
import { Store } from './store.test-parts.ts';

let s3: TestS3;
// Many requests each, on machines that do other things too.
vi.setConfig({ testTimeout: 120_000 });
beforeAll(async () => {
  s3 = await openTestS3();
});
beforeEach(() => {
  Object.assign(s3.store('bucket'), new Store());
  s3.fault = () => undefined;
  s3.rewrite = (_asked, xml) => xml;
  s3.pageSize = 1000;
  s3.asked = [];
  s3.facts = { role: 'r', scope: 'full', guarded: false };
});
afterAll(() => s3.close());

const store = () => s3.store('bucket');
const folder = (prefix: string): Target => ({ kind: 'folder', prefix });
const fill = (count: number) => {
  for (let at = 0; at < count; at++) store().put(`a/${String(at).padStart(5, '0')}`, `body ${at}`);
};
const remove = () => doWork(s3.parts, { task: 'delete', targets: [folder('a/')], everyVersion: false });
const move = (begun?: (stop: () => void) => void) =>
  doWork(
    s3.parts,
    {
      task: 'copy',
      toBucket: 'bucket',
      sources: [{ kind: 'folder', prefix: 'a/', toPrefix: 'b/' }],
      move: true,
      replace: true,
    },
    begun && { begun },
  );
/** Some of a kind of requests meet it. */
const first = (count: number, which: (asked: Asked) => boolean, fault: Fault) => {
  let left = count;
  s3.fault = (asked) => (which(asked) && left-- > 0 ? fault : undefined);
};
const isPost = ({ method }: Asked) => method === 'POST';
const keys = () => Object.keys(store().present());

describe('a storm of SlowDown', () => {
  it('is waited out: everything is done, nothing failed, and it is said', async () => {
    fill(60);
    let storm = 0;
    s3.fault = () => (++storm % 3 === 0 ? 'slow' : undefined);
    const told = await move();
    expect(told).toMatchObject({ ended: 'done', done: 60, failed: 0, throttled: true });
    expect(keys().every((key) => key.startsWith('b/'))).toBe(true);
  });

  it('makes it ask for less at a time', async () => {
    fill(60);
    const mostAtOnce = async (slow: boolean) => {
      let underWay = 0;
      let most = 0;
      let counted = 0;
      s3.fault = async ({ method }) => {
        counted++;
        if (slow && counted < 40) return 'slow';
        underWay++;
        if (counted > 60) most = Math.max(most, underWay);
        await new Promise((resolve) => setTimeout(resolve, 5));
        underWay--;
        return method === 'PUT' ? { status: 403, code: 'AccessDenied' } : undefined;
      };
      await move();
      return most;
    };
    expect(await mostAtOnce(true)).toBeLessThan(await mostAtOnce(false));
  });

  it('that does not end is a failure of each, not of what was never tried', async () => {
    fill(3);
    s3.fault = ({ method }) => (method === 'POST' ? 'slow' : undefined);
    expect((await remove()).codes).toEqual(['s3-throttled', 's3-throttled', 's3-throttled']);
  });
});

describe('a delete', () => {
  it.each<Fault>(['lost', 'late', 'cut', 'error', 'slow'])(
    'in a versioned bucket leaves one marker each, all of them known, when an answer is %s',
    async (fault) => {
      store().versioned = true;
      fill(5);
      store().put('a/\u0001', 'alone');
      const before = store().present();
      first(2, ({ method }) => method === 'POST' || method === 'DELETE', fault);
      const { undo, failed, done } = await remove();
      expect({ failed, done, undone: undo.length }).toEqual({ failed: 0, done: 6, undone: 6 });
      expect(await doWork(s3.parts, { task: 'undelete', markers: undo })).toMatchObject({ done: 6 });
      expect(store().present()).toEqual(before);
    },
  );

  it('says of each that a request was refused, when all of it was', async () => {
    fill(3);
    first(1, isPost, { status: 403, code: 'AccessDenied', message: 'no' });
    const told = await remove();
    expect(told).toMatchObject({ ended: 'done', done: 0, failed: 3 });
    expect(told.codes).toEqual(['s3-access-denied', 's3-access-denied', 's3-access-denied']);
  });
});

describe('a stop', () => {
  it('ends it soon and truthfully: what is done is done, what is not is untouched', async () => {
    fill(90);
    let stop = () => {};
    s3.fault = ({ method }) => {
      if (method === 'DELETE' && s3.asked.length > 90) stop();
      return undefined;
    };
    const told = await move((how) => {
      stop = how;
    });
    expect(told).toMatchObject({ ended: 'stopped', failed: 0 });
    expect(told.done).toBeGreaterThan(0);
    expect(told.done).toBeLessThan(90);
    expect(keys().filter((key) => key.startsWith('b/')).length).toBe(told.done);
    expect(keys().length).toBe(90);
    expect(await move()).toMatchObject({ ended: 'done', done: 90 - told.done });
  });

  it('at once does nothing', async () => {
    fill(3);
    expect(await move((stop) => stop())).toMatchObject({ ended: 'stopped', done: 0, failed: 0 });
    expect(keys().every((key) => key.startsWith('a/'))).toBe(true);
  });
});

describe('the end of the session', () => {
  const endAfter = (count: number, end: () => Fault | undefined) => {
    let done = 0;
    s3.fault = ({ method }) => (method === 'DELETE' && ++done > count ? end() : undefined);
  };
  const moved = () =>
    keys().filter((key) => key.startsWith('b/') && !store().get(key.replace('b/', 'a/'))).length;

  it('stops it with one failure; after signing in it goes on where it was', async () => {
    fill(100);
    endAfter(30, () => {
      s3.fault = () => ({ status: 400, code: 'ExpiredToken', message: 'The provided token has expired.' });
      return { status: 400, code: 'ExpiredToken' };
    });
    const told = await move();
    expect(told).toMatchObject({ ended: 'stopped', failed: 1, codes: ['s3-session-ended'] });
    expect(moved()).toBe(told.done);
    s3.fault = () => undefined;
    expect(await move()).toMatchObject({ ended: 'done', done: 100 - told.done, failed: 0 });
    expect(moved()).toBe(100);
  });

  it('is the same when it is known before S3 says it', async () => {
    fill(40);
    let asked = 0;
    const { clientOf } = s3.parts;
    const parts = {
      ...s3.parts,
      clientOf: async (pass: string) => {
        if (++asked > 60) throw new AppError('no-session', { retry: 'afterSignIn' });
        return clientOf(pass);
      },
    };
    const told = await doWork(parts, {
      task: 'copy',
      toBucket: 'bucket',
      sources: [{ kind: 'folder', prefix: 'a/', toPrefix: 'b/' }],
      move: true,
      replace: true,
    });
    expect(told).toMatchObject({ ended: 'stopped', failed: 1, codes: ['no-session'] });
  });

  it('is no way to go on as another role, or as a session that only reads', async () => {
    const next = await openTestS3();
    try {
      for (const [facts, code] of [
        [{ role: 'another', scope: 'full', guarded: false }, 's3-other-role'],
        [{ role: 'r', scope: 'read-only', guarded: false }, 's3-read-only'],
      ] as const) {
        Object.assign(store(), new Store());
        fill(40);
        let asked = 0;
        const parts = {
          ...s3.parts,
          clientOf: (pass: string) => (++asked > 60 ? next.parts.clientOf(pass) : s3.parts.clientOf(pass)),
          factsOf: async () => (asked > 60 ? facts : s3.facts),
        };
        const targets = [folder('a/')];
        const told = await doWork(parts, {
          task: 'tags',
          targets,
          put: [{ name: 'x', value: 'y' }],
          remove: [],
        });
        expect(told).toMatchObject({ ended: 'stopped', failed: 1, codes: [code] });
        expect(next.asked).toEqual([]);
      }
    } finally {
      await next.close();
    }
  });
});

describe('a task of which everything fails', () => {
  it('is ended after a thousand, and the rest is not tried', async () => {
    for (let at = 0; at < 1500; at++) store().put(`a/${at}`, 'x');
    s3.fault = ({ query }) => (query.has('tagging') ? { status: 403, code: 'AccessDenied' } : undefined);
    const told = await doWork(s3.parts, { task: 'tags', targets: [folder('a/')], put: [], remove: ['x'] });
    expect(told.ended).toBe('tooManyFailures');
    expect(told.failures).toHaveLength(1000);
    expect(told.failed).toBeLessThan(1100);
  });
});
