import { getHeapSnapshot } from 'node:v8';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClock } from '../lib/clock.ts';
import { createClipboard, type SystemClipboard } from './clipboard.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Answers = 'values' | 'promises';

/** Clipboard and PRIMARY; a copy goes to the first, selecting text with the mouse to the second. */
function desk(answers: Answers) {
  const places = { clipboard: '', primary: '' };
  const given = <T>(value: T): T | Promise<T> => (answers === 'values' ? value : Promise.resolve(value));
  const selection = (place: keyof typeof places) => ({
    read: () => given(places[place]),
    clear: () => {
      places[place] = '';
      return given(undefined);
    },
  });
  const write = (text: string) => {
    places.clipboard = text;
    return given(undefined);
  };
  const system: SystemClipboard = {
    write,
    writeSecret: write,
    history: 'excluded',
    selections: [selection('clipboard'), selection('primary')],
  };
  const clock = createClock();
  const changed = vi.fn();
  const clipboard = createClipboard(system, clock, changed);
  const copy = (text: string, seconds = 60, pass = 'reports') =>
    clipboard.copyCredentials(pass, 'bash', text, seconds);
  return { places, system, clock, changed, clipboard, copy };
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

describe.each<Answers>(['values', 'promises'])('on a clipboard that answers with %s', (answers) => {
  it('credentials are there until the time is over, and gone then', async () => {
    const { places, clock, clipboard, copy } = desk(answers);
    const { clearsAt } = await copy('secret lines');
    expect(clearsAt).toBe(clock.now() + 60_000);
    expect(clipboard.holding()).toEqual({ pass: 'reports', format: 'bash', clearsAt });
    await vi.advanceTimersByTimeAsync(59_999);
    expect(places.clipboard).toBe('secret lines');
    await vi.advanceTimersByTimeAsync(1);
    expect(places.clipboard).toBe('');
    expect(clipboard.holding()).toBeNull();
  });

  it.each([
    ['both are ours', 'ours', 'ours', '', ''],
    ['somebody copied something else', 'theirs', 'ours', 'theirs', ''],
    ['somebody selected something else', 'ours', 'theirs', '', 'theirs'],
    ['neither is ours', 'theirs', 'theirs', 'theirs', 'theirs'],
    ['one has a line more', 'ours\n', 'ours', 'ours\n', ''],
  ])(
    'each selection is judged by itself: %s',
    async (_case, copied, selected, clipboardAfter, primaryAfter) => {
      const { places, clipboard, copy } = desk(answers);
      await copy('ours');
      Object.assign(places, { clipboard: copied, primary: selected });
      await seconds(60);
      expect(places).toEqual({ clipboard: clipboardAfter, primary: primaryAfter });
      expect(clipboard.holding()).toBeNull();
    },
  );

  it('a second copy starts the time again, and is the one that counts', async () => {
    const { places, clipboard, copy } = desk(answers);
    await copy('first');
    await seconds(40);
    await copy('second', 60, 'other');
    await seconds(59);
    expect(places.clipboard).toBe('second');
    expect(clipboard.holding()).toMatchObject({ pass: 'other' });
    await seconds(1);
    expect(places.clipboard).toBe('');
  });

  it('a second copy takes the first one out of the other selection', async () => {
    const { places, copy } = desk(answers);
    await copy('first');
    places.primary = 'first';
    await copy('second');
    expect(places).toEqual({ clipboard: 'second', primary: '' });
  });

  it('a plain copy stays, and ours is forgotten with nothing of it left', async () => {
    const { places, clipboard, copy } = desk(answers);
    await copy('ours');
    places.primary = 'ours';
    await clipboard.copyPlain('s3://bucket/');
    expect(clipboard.holding()).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
    await seconds(600);
    expect(places).toEqual({ clipboard: 's3://bucket/', primary: '' });
  });

  it('a plain copy leaves alone what is not ours', async () => {
    const { places, clipboard, copy } = desk(answers);
    await copy('ours');
    places.primary = 'theirs';
    await clipboard.copyPlain('s3://bucket/');
    expect(places).toEqual({ clipboard: 's3://bucket/', primary: 'theirs' });
  });

  it('at quit or lock it is taken away at once, and never again', async () => {
    const { places, clipboard, copy, changed } = desk(answers);
    await copy('ours');
    await clipboard.clearIfOurs();
    expect(places.clipboard).toBe('');
    expect(clipboard.holding()).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
    places.clipboard = 'ours';
    changed.mockClear();
    await clipboard.clearIfOurs();
    expect(places.clipboard).toBe('ours');
    expect(changed).not.toHaveBeenCalled();
  });

  it('a plain copy that fails leaves no credentials behind', async () => {
    const { places, system, clipboard, copy } = desk(answers);
    await copy('ours');
    system.write = () => Promise.reject(new Error('no clipboard'));
    await expect(clipboard.copyPlain('x')).rejects.toThrow('no clipboard');
    await seconds(60);
    expect(places.clipboard).toBe('');
  });
});

it('a copy that fails is not taken for one that is there', async () => {
  const { system, clipboard, copy, changed } = desk('promises');
  system.writeSecret = () => Promise.reject(new Error('no clipboard'));
  await expect(copy('ours')).rejects.toThrow('no clipboard');
  expect(clipboard.holding()).toBeNull();
  expect(changed).not.toHaveBeenCalled();
});

it('every change is said: the copy and the end of it', async () => {
  const { copy, changed } = desk('values');
  await copy('ours');
  expect(changed).toHaveBeenCalledTimes(1);
  await seconds(60);
  expect(changed).toHaveBeenCalledTimes(2);
});

it('the text is nowhere in memory while the time runs', { timeout: 30_000 }, async () => {
  vi.useRealTimers();
  const { clipboard, places, copy } = desk('values');
  const text = () => ['SENTINEL', process.pid, 'a'.repeat(40)].join('-');
  await copy(text());
  expect(await isInMemory(text)).toBe(true);
  places.clipboard = '';
  expect(await isInMemory(text)).toBe(false);
  expect(clipboard.holding()).not.toBeNull();
  await clipboard.clearIfOurs();
});

/** The text is made after the snapshot, so that it can't find itself. */
async function isInMemory(text: () => string): Promise<boolean> {
  const snapshot = getHeapSnapshot();
  let last = '';
  for await (const piece of snapshot) {
    last = last.slice(-200) + String(piece);
    if (last.includes(text())) return true;
  }
  return false;
}
