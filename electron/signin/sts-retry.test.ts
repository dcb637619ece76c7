import { describe, expect, it, vi } from 'vitest';
import type { FailureCode } from '../contract/failure.ts';
import { AppError } from '../lib/app-error.ts';
import { withRetries } from './sts-retry.ts';

function house(random = 1) {
  const waits: number[] = [];
  const patience = { wait: async (ms: number) => void waits.push(ms), random: () => random };
  return { waits, patience };
}
const failing = (code: FailureCode) => vi.fn(() => Promise.reject(new AppError(code)));

describe('asking STS again', () => {
  it.each(['sts-throttled', 'sts-unreachable'] as const)(
    'is done for %s, four tries, growing waits',
    async (code) => {
      const { waits, patience } = house();
      const ask = failing(code);
      await expect(withRetries(ask, () => true, patience)).rejects.toMatchObject({ code });
      expect(ask).toHaveBeenCalledTimes(4);
      expect(waits).toEqual([600, 1200, 2400]);
    },
  );

  it('waits a random part of that', async () => {
    const { waits, patience } = house(0.25);
    await withRetries(failing('sts-throttled'), () => true, patience).catch(() => {});
    expect(waits).toEqual([150, 300, 600]);
  });

  it.each([
    'sts-role-refused',
    'sts-assertion-expired',
    'sts-duration-refused',
    'sts-answer-garbled',
    'sts-region-disabled',
    'sts-policy-too-large',
  ] as const)('is not done for %s', async (code) => {
    const { waits, patience } = house();
    const ask = failing(code);
    await expect(withRetries(ask, () => true, patience)).rejects.toMatchObject({ code });
    expect(ask).toHaveBeenCalledOnce();
    expect(waits).toEqual([]);
  });

  it('ends with the answer', async () => {
    const { patience } = house();
    const ask = vi.fn(async () => 'taken').mockRejectedValueOnce(new AppError('sts-throttled'));
    expect(await withRetries(ask, () => true, patience)).toBe('taken');
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('never happens after the assertion’s validity', async () => {
    const { patience } = house();
    const ask = failing('sts-throttled');
    let good = true;
    const wait = async () => {
      good = false;
    };
    await expect(withRetries(ask, () => good, { ...patience, wait })).rejects.toMatchObject({
      code: 'sts-throttled',
    });
    expect(ask).toHaveBeenCalledOnce();
    await expect(withRetries(ask, () => false, patience)).rejects.toMatchObject({
      code: 'assertion-expired',
    });
    expect(ask).toHaveBeenCalledOnce();
  });
});
