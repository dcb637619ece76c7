// A download may take its time, as long as bytes come.
import { describe, expect, it } from 'vitest';
import { runWhileBytesCome } from './patient-child.mjs';

const node = (program: string, idleMs: number) =>
  runWhileBytesCome(process.execPath, ['-e', program], idleMs);

describe('a download', () => {
  it('that ends well is good', async () => {
    expect(await node('', 60_000)).toMatchObject({ good: true });
  });

  it('that fails says the first thing it complained about', async () => {
    const result = await node('console.error("\\nfetch failed\\n  at x"); process.exit(1)', 60_000);
    expect(result).toEqual({ good: false, reason: 'fetch failed' });
  });

  it('that brings nothing is ended', async () => {
    expect(await node('setInterval(() => {}, 1000)', 50)).toEqual({
      good: false,
      reason: 'nothing came for 0.05 s',
    });
  });

  it('that cannot start is told from one that fails', async () => {
    const result = await runWhileBytesCome('/nonexistent', [], 60_000);
    expect(result.reason).toContain('ENOENT');
  });
});
