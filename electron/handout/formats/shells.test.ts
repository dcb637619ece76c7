import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../lib/app-error.ts';
import { copyText } from './copy-text.ts';
import { environmentAfter, hostile, nushell, plain, realShells } from './formats.test-parts.ts';
import { staleBeside, type Variable, variablesOf } from './handed-out.ts';
import { shellLines } from './shell-lines.ts';

const stale = {
  AWS_PROFILE: 'other',
  AWS_DEFAULT_PROFILE: 'other',
  AWS_SECURITY_TOKEN: 'old',
  AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1',
};
const refusal = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return error instanceof AppError ? [error.code, error.details.subject] : error;
  }
  return 'taken';
};

describe.each(realShells)('lines for $name, run there', (real) => {
  it.each([
    ['plain', plain],
    ['hostile', hostile],
  ])('set %s values to the letter, and unset what would win over them', (_kind, session) => {
    const after = environmentAfter(real, copyText(session, real.shell), stale);
    expect(after).toMatchObject(Object.fromEntries(variablesOf(session)));
    expect(Object.keys(after).filter((name) => name in stale)).toEqual([]);
  });

  it('do nothing bad where there is nothing to unset', () => {
    const after = environmentAfter(real, copyText(plain, real.shell));
    expect(after).toMatchObject({ AWS_ACCESS_KEY_ID: 'ASIAEXAMPLE' });
  });

  it('keep the endpoint of a pass that has one', () => {
    const session = { ...plain, s3Endpoint: 'http://[::1]:9000' };
    const after = environmentAfter(real, copyText(session, real.shell), stale);
    expect(after).toMatchObject({ AWS_ENDPOINT_URL_S3: 'http://[::1]:9000' });
  });

  it('set any values, all that can be written down but control characters', () => {
    const meaning = fc.constantFrom(...`'"\`$\\!#%&|;<>(){}[]*?~^=, ’“é😀`);
    const letter = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 });
    const value = fc.string({ unit: fc.oneof(meaning, letter), maxLength: 30 });
    const values = fc.array(
      value.filter((text) => !/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u.test(text)),
      { minLength: 40, maxLength: 40 },
    );
    fc.assert(
      fc.property(values, (all) => {
        const variables = all.map((each, index): Variable => [`V${index}`, each]);
        const after = environmentAfter(real, shellLines(variables, [], real.shell));
        expect(after).toMatchObject(Object.fromEntries(variables));
      }),
      { numRuns: 8, seed: 7 },
    );
  });

  it.each(['\n', '\r', '\t', '\0', '\u001b[2J', '\u007f', '\u0085', '\u2028', '\ud800'])(
    'are refused with a control character: %j',
    (character) => {
      const act = () => shellLines([['V', `a${character}b`]], [], real.shell);
      expect(refusal(act)).toEqual(['copy-impossible', real.shell]);
    },
  );
});

// Skipped where `npm test` could bring none: its lines were not run then.
it.skipIf(!nushell)('Nushell was among the shells that were run', () => {
  expect(realShells.map(({ name }) => name)).toContain('Nushell');
});

describe('lines for shells that are not here, by their documentation (not run)', () => {
  it.each([
    ['powershell', 'Remove-Item Env:AWS_PROFILE -ErrorAction SilentlyContinue'],
    ['powershell', 'Remove-Item Env:AWS_ENDPOINT_URL_S3 -ErrorAction SilentlyContinue'],
    ['powershell', "$Env:AWS_SECRET_ACCESS_KEY = 'abc/def+ghi='"],
    ['cmd', 'set "AWS_PROFILE="'],
    ['cmd', 'set "AWS_SECURITY_TOKEN="'],
    ['cmd', 'set "AWS_SECRET_ACCESS_KEY=abc/def+ghi="'],
    ['cmd', 'set "AWS_CREDENTIAL_EXPIRATION=2026-10-02T16:42:05Z"'],
  ] as const)('%s: %s', (format, line) => {
    expect(copyText(plain, format).split('\r\n')).toContain(line);
  });

  // about_Quoting_Rules; the four typographic quotes end a string there as the straight one does.
  it.each([
    ["it's", "'it''s'"],
    ['$HOME `n "x"', `'$HOME \`n "x"'`],
    ['\u2019; calc; \u2018', "'\u2019\u2019; calc; \u2018\u2018'"],
    ['\u201a\u201b', "'\u201a\u201a\u201b\u201b'"],
    ['', "''"],
  ])('PowerShell writes %s as %s', (value, written) => {
    expect(shellLines([['V', value]], [], 'powershell')).toBe(`$Env:V = ${written}\r\n`);
  });

  it.each(['a"b', '" & calc & "', '%PATH%', '50%', 'a^b', 'a&b', '!x!', 'a b', "it's"])(
    'cmd has no way to be given %s, so it is refused',
    (value) => {
      expect(refusal(() => shellLines([['V', value]], [], 'cmd'))).toEqual(['copy-impossible', 'cmd']);
    },
  );

  it.each([
    ['https://s3.corp.example:9000', 'taken'],
    ['http://[::1]:9000', 'taken'],
    ['C:\\x', ['copy-impossible', 'cmd']],
  ])('cmd and an address: %s', (value, outcome) => {
    expect(refusal(() => shellLines([['V', value]], [], 'cmd'))).toEqual(outcome);
  });
});

it.each(['bash', 'fish', 'nushell', 'docker'] as const)(
  'lines for %s stay out of a history that leaves out lines with a space',
  (format) => {
    const lines = copyText(plain, format).split('\n');
    for (const line of lines.filter((each) => each !== '')) expect(line).toMatch(/^ /);
  },
);

it('expiry is in whole seconds of UTC, the region there twice, an endpoint only where there is one', () => {
  const names = variablesOf(plain).map(([name]) => name);
  expect(new Map(variablesOf(plain)).get('AWS_CREDENTIAL_EXPIRATION')).toBe('2026-10-02T16:42:05Z');
  expect(names).toEqual(expect.arrayContaining(['AWS_REGION', 'AWS_DEFAULT_REGION']));
  expect(names).not.toContain('AWS_ENDPOINT_URL_S3');
  expect(staleBeside(plain)).toContain('AWS_ENDPOINT_URL_S3');
  const own = { ...plain, s3Endpoint: 'http://127.0.0.1:1' };
  expect(variablesOf(own).at(-1)?.[0]).toBe('AWS_ENDPOINT_URL_S3');
  expect(staleBeside(own)).not.toContain('AWS_ENDPOINT_URL_S3');
});

it('container credentials are written like any other variables', () => {
  const variables: Variable[] = [['AWS_CONTAINER_CREDENTIALS_FULL_URI', 'http://127.0.0.1:4711/reports']];
  expect(shellLines(variables, ['AWS_ACCESS_KEY_ID', 'AWS_PROFILE'], 'bash')).toBe(
    " unset AWS_ACCESS_KEY_ID AWS_PROFILE\n export AWS_CONTAINER_CREDENTIALS_FULL_URI='http://127.0.0.1:4711/reports'\n",
  );
  expect(shellLines([], [], 'nushell')).toBe('');
});
