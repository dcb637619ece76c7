import { describe, expect, it } from 'vitest';
import type { FailureCode } from '../contract/failure.ts';
import { AppError } from '../lib/app-error.ts';
import type { Pass } from '../settings/schema.ts';
import { consoleAnswers } from './console-answers.ts';

const pass = { id: 'reports', label: 'Reports' } as Pass;
const answers = (reply: Promise<string>) =>
  consoleAnswers({ open: async () => void (await reply), link: async () => reply });

it('gives what the console gave, for the pass that is named', async () => {
  const asked: string[] = [];
  const { openConsole, consoleLink } = consoleAnswers({
    open: async (id) => void asked.push(`open ${id}`),
    link: async (id) => `link of ${id}`,
  });
  await openConsole(pass);
  expect(asked).toEqual(['open reports']);
  expect(await consoleLink(pass)).toBe('link of reports');
});

describe.each(['openConsole', 'consoleLink'] as const)('%s', (name) => {
  it.each<[FailureCode, RegExp]>([
    ['no-session', /session of Reports has ended/],
    ['console-refused', /AWS gave no sign-in to its console for Reports/],
    ['console-unreachable', /sign-in to the console can't be reached/],
    ['console-not-opened', /no browser .* --print/],
    ['proxy-refused', /Reports \(proxy-refused\); open Daypass/],
  ])('tells %s in one line, and nothing that another side said', async (code, line) => {
    const refused = answers(Promise.reject(new AppError(code, { raw: 'sEcReT', subject: 'sEcReT' })));
    await expect(refused[name](pass)).rejects.toMatchObject({
      status: 503,
      message: expect.stringMatching(line),
    });
    await expect(refused[name](pass)).rejects.not.toThrow(/sEcReT|\n/);
  });

  it('leaves what nobody foresaw to who logs it', async () => {
    await expect(answers(Promise.reject(new TypeError('x')))[name](pass)).rejects.toThrow(TypeError);
  });
});
