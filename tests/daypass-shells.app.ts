/** The `daypass` command in real shells: odd names, odd arguments, exit codes, and no secret where others may look. */
import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Credentials, commandOf, credentialsIn, daypass } from './harness/daypass-command.ts';
import type { StartOptions } from './harness/desk.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { takeSession } from './harness/steps.ts';

const MISUSED = 64;
let scene: Scene;
let command = '';
let pass = '';
let session: Credentials;

beforeAll(async () => {
  scene = await openScene();
  await takeSession(scene.app, scene.tray, 'alex');
  command = await commandOf(scene.app);
  pass = String((await scene.app.control.snapshot()).passes[0]?.id);
  session = credentialsIn(await daypass(scene, ['credentials', pass]));
});
afterAll(() => scene?.dispose());

const run = (words: readonly string[], more?: StartOptions) => scene.desk.run(command, words, more);

async function rename(label: string): Promise<void> {
  const main = await scene.app.main();
  await main.evaluate(
    ([id = '', name = '']) => window.daypass.run('pass.edit', { pass: id, label: name }),
    [pass, label],
  );
}

/** How each shell hands a word on as it is. */
const shells: readonly [string, (script: string, words: readonly string[]) => string[]][] = [
  ['bash', (script, words) => ['-c', script, 'bash', ...words]],
  ['zsh', (script, words) => ['-c', script, 'zsh', ...words]],
  ['fish', (script, words) => ['-c', script.replace('"$@"', '$argv'), ...words]],
];

test.each([
  `it's "quoted"`,
  'two  words',
  'Zoë’s 日本語 🚢',
  '--dry-run',
  '-x',
  '--',
  '$HOME $(id) `id` $' + '{x}',
  'a&pass=b+c#d%41',
  'back\\slash \\n',
  '* ? [a-z]',
  ';|<>!~',
])('a pass called %s is found by its name in every shell', async (label) => {
  await rename(label);
  for (const [shell, line] of shells) {
    const answered = await scene.desk.run(shell, line('"$@"', [command, 'credentials', '--', label]));
    expect(credentialsIn(answered), shell).toEqual(session);
  }
  const inside = await run(['exec', '--', label, '--', 'printenv', 'AWS_SESSION_TOKEN']);
  expect(inside).toMatchObject({ code: 0, stdout: `${session.SessionToken}\n`, stderr: '' });
});

const READ = 'printenv AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_REGION';

test.each([
  ['bash', 'eval "$("$0" env "$1")"'],
  ['zsh', 'eval "$("$0" env "$1")"'],
  ['fish', '$argv[1] env $argv[2] | source'],
])('the lines of `daypass env` are taken by %s, told by $SHELL', async (shell, line) => {
  const env = { SHELL: `/usr/bin/${shell}`, AWS_PROFILE: 'other', AWS_SECURITY_TOKEN: 'old' };
  const script = `${line}; ${READ}; printenv AWS_PROFILE`;
  const taken = await scene.desk.run(shell, ['-c', script, command, pass], { env });
  const { AccessKeyId, SecretAccessKey, SessionToken } = session;
  expect(taken.stderr).toBe('');
  expect(taken.stdout).toBe(`${AccessKeyId}\n${SecretAccessKey}\n${SessionToken}\neu-west-1\n`);
});

describe('`daypass exec`', () => {
  const inside = (words: readonly string[], more?: StartOptions) => run(['exec', pass, '--', ...words], more);

  test('hands on arguments, input, exit code and signal as they are', async () => {
    const words = ['two words', '', '--', '-x', '--wait', `it's`, 'line\nline', '$HOME'];
    const shown = await inside(['sh', '-c', 'printf "<%s>" "$@"; cat', 'sh', ...words], {
      input: 'and its input',
    });
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    expect(shown.stdout).toBe(`${words.map((word) => `<${word}>`).join('')}and its input`);
    expect(await inside(['sh', '-c', 'exit 42'])).toMatchObject({ code: 42 });
    expect(await inside(['sh', '-c', 'kill -TERM $$'])).toMatchObject({ signal: 'SIGTERM' });
    expect(await inside(['/no/such/program'])).toMatchObject({ code: 127 });
  });

  test('gives the command credentials and changes nothing else of its environment', async () => {
    // Whatever the script calls its own variables, a person may have one of that name.
    const script = await readFile(command, 'utf8');
    const names = [...script.matchAll(/\bdp_([A-Za-z]+)=/g)].flatMap(([, name]) => [
      String(name),
      `dp_${name}`,
    ]);
    const env = Object.fromEntries(names.map((name) => [name, 'mine']));
    const plain = await scene.desk.run('sh', ['-c', 'exec env -0'], { env });
    const given = await inside(['env', '-0'], { env });
    const listOf = (stdout: string) =>
      stdout
        .split('\0')
        .filter((line) => !/^(AWS_|_=|dp_\w+=mine$)/.test(line))
        .sort();
    expect(listOf(given.stdout)).toEqual(listOf(plain.stdout));
    expect(given.stdout).toContain(`AWS_SESSION_TOKEN=${session.SessionToken}`);
  });
});

test.each<[string, string[]]>([
  ['nothing to do', []],
  ['an unknown command', ['steal']],
  ['no pass', ['credentials']],
  ['an empty pass', ['credentials', '']],
  ['two passes', ['credentials', 'one', 'two']],
  ['an unknown option', ['credentials', 'one', '--force']],
  ['a wait that is no number', ['credentials', 'one', '--wait', '1e3']],
  ['a negative wait', ['credentials', 'one', '--wait', '-1']],
  ['a wait that is too long', ['credentials', 'one', '--wait', '9999']],
  ['a wait without a value', ['credentials', 'one', '--wait']],
  ['an unknown shell', ['env', 'one', '--shell', 'tcsh']],
  ['a name that is too long', ['credentials', 'x'.repeat(3000)]],
  ['exec without a command', ['exec', 'one']],
  ['exec with nothing after --', ['exec', 'one', '--']],
  ['nothing to open', ['open']],
])('%s is a misuse, said on stderr alone', async (_what, words) => {
  const refused = await run(words);
  expect(refused).toMatchObject({ code: MISUSED, stdout: '' });
  expect(refused.stderr).toMatch(/^daypass: .+\n/);
});

test('waits with a zero before them are decimal, and a name of several lines is refused in one', async () => {
  for (const wait of ['0', '08', '0050'])
    expect(credentialsIn(await run(['credentials', pass, '--wait', wait]))).toEqual(session);
  const refused = await run(['credentials', 'one\ntwo\r\u001b[31m']);
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toMatch(/^daypass: no pass "one two {2}\[31m"; there are: [^\n]+\n$/);
});

/** Command lines of all processes that hold one of these, and environments of those that are not `asked`. */
async function findInProcesses(secrets: readonly string[], asked: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const read = (file: string) => readFile(file, 'latin1').catch(() => '');
  const found = pids.map(async (pid) => {
    const words = await read(`/proc/${pid}/cmdline`);
    const environment = await read(`/proc/${pid}/environ`);
    const holds = (text: string) => secrets.some((secret) => text.includes(secret));
    if (holds(words)) return [`argument of ${words.slice(0, 60)}`];
    return holds(environment) && !words.startsWith(asked) ? [`environment of ${words.slice(0, 60)}`] : [];
  });
  return (await Promise.all(found)).flat();
}

test('no process shows a secret in its arguments, and only the command asked for in its environment', async () => {
  const secrets = [session.SecretAccessKey, session.SessionToken];
  const asked = ['sleep', '0.21', ''].join('\0');
  // What looks must be able to find.
  const planted = scene.desk.start('sh', ['-c', 'read -r _', 'planted', session.SessionToken]);
  await expect.poll(() => findInProcesses(secrets, asked)).not.toEqual([]);
  planted.stdin?.end();
  await expect.poll(() => findInProcesses(secrets, asked)).toEqual([]);

  let running = true;
  const found = new Set<string>();
  const looking = (async () => {
    while (running) for (const one of await findInProcesses(secrets, asked)) found.add(one);
  })();
  const ways = [
    ['credentials', pass],
    ['env', pass, '--shell', 'bash'],
    ['exec', pass, '--', 'sleep', '0.21'],
    ['exec', pass, '--', '/no/such/program'],
    ['signin', pass],
  ];
  const all = Array.from({ length: 20 }, (_, i) => run(ways[i % ways.length] ?? []));
  const ended = await Promise.all(all);
  running = false;
  await looking;
  expect([...found]).toEqual([]);
  for (const { stderr } of ended) for (const secret of secrets) expect(stderr.includes(secret)).toBe(false);
});
