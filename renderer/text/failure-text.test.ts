import { describe, expect, it } from 'vitest';
import { failureCodes } from '../../electron/contract/failure.ts';
import { failureText } from './failure-text.ts';

describe('the words of a failure', () => {
  it.each(failureCodes)('%s: says what is so and the next step, calmly', (code) => {
    for (const subject of [undefined, 'lark-reports/exports/']) {
      const words = failureText({ code, retry: 'now', ...(subject === undefined ? {} : { subject }) });
      expect(words.title).toMatch(/^\p{Lu}/u);
      expect(words.title.length).toBeLessThan(80);
      const all = `${words.title} ${words.body} ${words.next}`;
      expect(all).not.toMatch(/[!{}]|oops|undefined|please/i);
      expect(words.next).not.toBe('');
    }
  });
});
