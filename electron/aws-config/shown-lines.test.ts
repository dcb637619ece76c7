/** What a person is shown of their own file never holds a secret, whatever line it hides in. */
import { describe, expect, it } from 'vitest';
import { readConfigText } from './sections.ts';
import { shownLines } from './shown-lines.ts';

const SECRET = 'Zx9/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789';
const shown = (...lines: string[]) => {
  const config = readConfigText(['[profile x]', ...lines, ''].join('\n'));
  const [section] = config.sections;
  if (!section) throw new Error('no section');
  return shownLines(config, section, new Set(), new Set())
    .slice(1)
    .map(({ text }) => text);
};

describe('a value is shown where its key is known to hold no secret', () => {
  it.each([
    ['region = eu-west-1', 'region = eu-west-1'],
    ['  role_arn: arn:aws:iam::111122223333:role/x', '  role_arn: arn:aws:iam::111122223333:role/x'],
    ['s3 =', 's3 ='],
    ['# see the wiki', '# see the wiki'],
    [`aws_secret_access_key = ${SECRET}`, 'aws_secret_access_key = …'],
    [`aws_session_token=${SECRET}`, 'aws_session_token=…'],
    ['my_password : hunter2', 'my_password : …'],
    ['credential_process = tool --password hunter2', 'credential_process = …'],
    [`# aws_secret_access_key = ${SECRET}`, '# aws_secret_access_key = …'],
    [`# before Daypass| aws_secret_access_key = ${SECRET}`, '# before Daypass| aws_secret_access_key = …'],
    ['# region = us-east-1', '# region = us-east-1'],
    ['hunter2', '…'],
    ['aws_session_token =', 'aws_session_token ='],
    [`region = ${SECRET}`, 'region = [redacted]'],
  ])('%s', (line, expected) => {
    expect(shown(line)).toEqual([expected]);
  });

  it.each([
    [SECRET, `  ${SECRET}`],
    [`${SECRET}==`, `  ${SECRET}==`],
    ['AbCdEf0123456789==', '  AbCdEf0123456789=='],
    [SECRET, `# ${SECRET}`],
    [SECRET, `[profile ${SECRET}]`],
    [SECRET, `${SECRET}`],
  ])('%s hides in no line', (secret, line) => {
    expect(shown('aws_session_token =', line, 'region = x').join('\n')).not.toContain(secret);
  });
});

it('signs that steer a screen are left out, and long lines are cut', () => {
  const [steered = '', long = ''] = shown(
    'region = \x1b[31m\u202ered'.replace('\u202e', '\xe2\x80\xae'),
    `region = ${'x '.repeat(200)}`,
  );
  expect(steered).toBe('region = [31mred');
  expect(long.length).toBeLessThan(170);
});

it('of a long section the beginning is shown', () => {
  expect(shown(...Array.from({ length: 100 }, (_, n) => `output = ${n}`)).length).toBeLessThan(25);
});
