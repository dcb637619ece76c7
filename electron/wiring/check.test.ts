import { describe, expect, it, vi } from 'vitest';
import { type CheckedPass, type CheckParts, checkWiring } from './check.ts';
import { shadowsIn } from './shadowing.ts';

const SECRET = 'planted-secret';
const answer = JSON.stringify({
  Version: 1,
  AccessKeyId: 'ASIA',
  SecretAccessKey: SECRET,
  SessionToken: SECRET,
});
const arn = 'arn:aws:sts::111122223333:assumed-role/Reader/alex';
const pass: CheckedPass = {
  id: 'reports-1',
  region: 'eu-west-1',
  stsEndpoint: 'http://127.0.0.1:1/sts',
  live: true,
  profile: {
    name: 'reports',
    file: '/home/me/.aws/config',
    line: 42,
    problem: null,
    alsoInCredentialsFile: false,
  },
};

function house(more: Partial<CheckParts> = {}) {
  const run = vi.fn<CheckParts['run']>(async (file) =>
    file.endsWith('aws')
      ? { code: 0, stdout: JSON.stringify({ UserId: 'x', Account: '1', Arn: arn }), stderr: '' }
      : { code: 0, stdout: answer, stderr: '' },
  );
  const parts: CheckParts = {
    command: '/home/me/.daypass/bin/daypass',
    aws: () => '/usr/bin/aws',
    env: { PATH: '/usr/bin' },
    run,
    shadows: () => [],
    isProgram: () => true,
    now: () => 0,
    steadyMs: () => 0,
    ...more,
  };
  const states = async (checked: CheckedPass = pass) =>
    Object.fromEntries((await checkWiring(checked, parts)).steps.map(({ kind, state }) => [kind, state]));
  return { parts, run, states };
}

describe('a check of the way from a tool to AWS', () => {
  it('goes every step, and ends with who AWS says it is', async () => {
    const { parts, run } = house();
    const report = await checkWiring(pass, parts);
    expect(report.identity).toBe(arn);
    expect(report.steps.map(({ kind, state }) => [kind, state])).toEqual([
      ['profile', 'ok'],
      ['command', 'ok'],
      ['answer', 'ok'],
      ['aws', 'ok'],
      ['shadow', 'ok'],
    ]);
    expect(JSON.stringify(report)).not.toContain(SECRET);
    const [file, args, env] = run.mock.calls[1] ?? [];
    expect(file).toBe('/usr/bin/aws');
    expect(args).toEqual(
      expect.arrayContaining(['--profile', 'reports', '--endpoint-url', 'http://127.0.0.1:1/sts']),
    );
    expect(env).toMatchObject({ AWS_CONFIG_FILE: '/home/me/.aws/config', PATH: '/usr/bin' });
  });

  it('runs nothing while there is no session: a check opens no sign-in', async () => {
    const { states, run } = house();
    expect(await states({ ...pass, live: false })).toMatchObject({ answer: 'skipped', aws: 'skipped' });
    expect(run).not.toHaveBeenCalled();
  });

  it.each([
    [
      'there is no profile yet',
      { ...pass, profile: null },
      { profile: 'skipped', answer: 'ok', aws: 'skipped' },
    ],
    [
      'the section is gone',
      { ...pass, profile: { ...pass.profile, line: null } as CheckedPass['profile'] },
      { profile: 'failed', aws: 'skipped' },
    ],
    [
      'another section has the name',
      { ...pass, profile: { ...pass.profile, problem: 'Twice.' } as CheckedPass['profile'] },
      { profile: 'failed' },
    ],
    [
      'the credentials file has the name too',
      { ...pass, profile: { ...pass.profile, alsoInCredentialsFile: true } as CheckedPass['profile'] },
      { shadow: 'warning' },
    ],
  ])('says so when %s', async (_what, checked, expected) => {
    expect(await house().states(checked)).toMatchObject(expected);
  });

  it('asks no AWS client where there is none', async () => {
    expect(await house({ aws: () => null }).states()).toMatchObject({ aws: 'skipped' });
  });

  it('tells in the tool’s own last line why a step failed, without a secret', async () => {
    const { parts } = house({
      run: async () => ({
        code: 1,
        stdout: SECRET,
        stderr: 'Traceback\ndaypass: no, aws_secret_access_key=AKIA1234567890123456\n',
      }),
    });
    const { steps } = await checkWiring(pass, parts);
    const failed = steps.find(({ kind }) => kind === 'answer');
    expect(failed).toMatchObject({ state: 'failed', detail: expect.stringMatching(/^daypass: no/) });
    expect(JSON.stringify(steps)).not.toContain('AKIA1234567890123456');
  });

  it('names the variable that wins, its place, and the line that takes it away', async () => {
    const { parts } = house({
      shadows: () => [
        { name: 'AWS_ACCESS_KEY_ID', line: 12, file: '~/.zshrc' },
        { name: 'AWS_SECRET_ACCESS_KEY', line: 13, file: '~/.zshrc' },
      ],
    });
    const { steps } = await checkWiring(pass, parts);
    expect(steps.at(-1)).toEqual({
      kind: 'shadow',
      state: 'warning',
      detail: 'AWS_ACCESS_KEY_ID is set in ~/.zshrc, line 12. Tools use that instead.',
      fix: 'unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY',
    });
  });
});

it.each([
  ['export AWS_PROFILE=x', ['AWS_PROFILE']],
  ['  AWS_ACCESS_KEY_ID="AKIA" ', ['AWS_ACCESS_KEY_ID']],
  ['set -gx AWS_SECRET_ACCESS_KEY abc', ['AWS_SECRET_ACCESS_KEY']],
  ['set -g -x AWS_PROFILE abc', ['AWS_PROFILE']],
  ['setenv AWS_SESSION_TOKEN abc', ['AWS_SESSION_TOKEN']],
  ['declare -x AWS_PROFILE=x', ['AWS_PROFILE']],
  ['# export AWS_PROFILE=x', []],
  ['unset AWS_PROFILE', []],
  ['echo $AWS_PROFILE', []],
  ['export AWS_PROFILE', []],
  ['export AWS_PROFILE_OLD=x', []],
])('a start-up file that says %s', (line, names) => {
  expect(shadowsIn(`first\r\n${line}\n`)).toEqual(names.map((name) => ({ name, line: 2 })));
});
