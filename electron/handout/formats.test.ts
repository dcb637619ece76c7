import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { copyText, type HandedOut, variablesOf } from './formats.ts';

const plain: HandedOut = {
  accessKeyId: 'ASIAEXAMPLE',
  secretAccessKey: 'abc/def+ghi=',
  sessionToken: 'FwoG//token==',
  region: 'eu-west-1',
  expiresAt: Date.UTC(2026, 9, 2, 16, 42, 5, 678),
  s3Endpoint: undefined,
};
/** No credential looks like this; a shell must take it as it is all the same. */
const hostile: HandedOut = {
  ...plain,
  secretAccessKey: `it's $HOME "quoted" \`id\` \\ back; & | end`,
  sessionToken: "';echo broken;'",
};
const read = `const e = process.env; console.log(JSON.stringify([e.AWS_ACCESS_KEY_ID, e.AWS_SECRET_ACCESS_KEY, e.AWS_SESSION_TOKEN, e.AWS_REGION, e.AWS_PROFILE ?? null]))`;

describe('lines copied for a shell', () => {
  it.each([
    ['bash', 'bash'],
    ['zsh', 'bash'],
    ['fish', 'fish'],
  ] as const)('are taken by %s to the letter, and unset what would win over them', (shell, format) => {
    for (const session of [plain, hostile]) {
      const script = `${copyText(session, format)}\n'${process.execPath}' -e '${read}'`;
      const output = execFileSync(shell, ['-c', script], {
        env: { PATH: process.env.PATH, AWS_PROFILE: 'other' },
      });
      const { accessKeyId, secretAccessKey, sessionToken, region } = session;
      expect(JSON.parse(output.toString())).toEqual([
        accessKeyId,
        secretAccessKey,
        sessionToken,
        region,
        null,
      ]);
    }
  });

  it('stay out of a bash history that leaves out lines with a space', () => {
    for (const line of copyText(plain, 'bash').trimEnd().split('\n')) expect(line).toMatch(/^ /);
  });

  it.each([
    ['powershell', `$Env:AWS_SECRET_ACCESS_KEY = 'it''s $HOME "quoted" \`id\` \\ back; & | end'`],
    ['powershell', 'Remove-Item Env:AWS_PROFILE -ErrorAction SilentlyContinue'],
    ['cmd', 'set "AWS_REGION=eu-west-1"'],
    ['cmd', 'set "AWS_PROFILE="'],
  ] as const)('are quoted for %s as its documentation says (not run here)', (format, line) => {
    expect(copyText(hostile, format).split('\r\n')).toContain(line);
  });

  it('carry expiry in whole seconds of UTC, region twice, and an endpoint only where there is one', () => {
    const names = variablesOf(plain).map(([name]) => name);
    expect(new Map(variablesOf(plain)).get('AWS_CREDENTIAL_EXPIRATION')).toBe('2026-10-02T16:42:05Z');
    expect(names).toEqual(expect.arrayContaining(['AWS_REGION', 'AWS_DEFAULT_REGION']));
    expect(names).not.toContain('AWS_ENDPOINT_URL_S3');
    expect(variablesOf({ ...plain, s3Endpoint: 'http://127.0.0.1:1' }).at(-1)?.[0]).toBe(
      'AWS_ENDPOINT_URL_S3',
    );
  });
});
