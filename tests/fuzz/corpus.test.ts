/** Every response of the corpus is answered as its table says; what is taken agrees with the other reader. */
import { describe, expect, it } from 'vitest';
import { bytesOf, corpus } from './corpus/cases.ts';
import { NOW } from './corpus/write-response.ts';
import { answerTo } from './targets.ts';

describe('the corpus of responses', () => {
  it('has every name once', () => {
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
    expect(corpus.length).toBeGreaterThanOrEqual(60);
  });

  it.each(corpus)('$name', (one) => {
    expect(answerTo(bytesOf(one), NOW)).toEqual(one.expected);
  });
});
