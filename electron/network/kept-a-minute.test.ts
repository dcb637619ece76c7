import { expect, it, vi } from 'vitest';
import { keptAMinute } from './kept-a-minute.ts';

it('is asked once a minute, for each thing by itself', async () => {
  let now = 0;
  const ask = vi.fn(async (about: string) => `${about} at ${now}`);
  const kept = keptAMinute(ask, () => now);
  expect(await Promise.all([kept('a'), kept('a'), kept('b')])).toEqual(['a at 0', 'a at 0', 'b at 0']);
  now = 59_999;
  expect(await kept('a')).toBe('a at 0');
  now = 60_000;
  expect(await kept('a')).toBe('a at 60000');
  expect(ask).toHaveBeenCalledTimes(3);
});

it('does not keep a failure', async () => {
  const ask = vi.fn().mockRejectedValueOnce(new Error('no')).mockResolvedValueOnce('yes');
  const kept = keptAMinute(ask, () => 0);
  await expect(kept('a')).rejects.toThrow('no');
  expect(await kept('a')).toBe('yes');
});
