/**
 * Real clients of AWS, each with an environment of its own, get their credentials from Daypass: by a profile in
 * `~/.aws/config`, over the container credentials endpoint, or in the environment that `daypass exec` makes.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  commandOf,
  credentialsIn,
  daypass,
  demoS3,
  variablesIn,
  writeAwsConfig,
} from './harness/daypass-command.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { takeSession } from './harness/steps.ts';

const BUCKET = 'lark-reports-prod';
const PASS = 'S3AccessRole';
let scene: Scene;
let s3 = '';
let sdkFolder = '';

beforeAll(async () => {
  scene = await openScene();
  await takeSession(scene.app, scene.tray, 'alex');
  s3 = await demoS3(scene);
  const line = `credential_process = ${await commandOf(scene.app)} credentials ${PASS}`;
  await writeAwsConfig(scene.desk, `[profile lark]\nregion = eu-west-1\n${line}\n`);
  sdkFolder = await bundledSdk();
});
afterAll(() => scene?.dispose());

/** The desk's user can't read a checkout's `node_modules`. */
async function bundledSdk(): Promise<string> {
  const outDir = await scene.desk.makeFolder('sdk');
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'harness', 'js-sdk-program.ts'),
      target: 'node20',
      outDir,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'list.mjs' } },
    },
  });
  return outDir;
}

const BOTO3 = `
import boto3, sys
for bucket in boto3.client("s3", endpoint_url=sys.argv[1]).list_buckets()["Buckets"]:
    print(bucket["Name"])
`;

/** Client → its command line; what leads it to credentials is in the environment. */
const clients: readonly [string, () => string[]][] = [
  ['aws', () => ['/usr/bin/aws', '--endpoint-url', s3, 's3', 'ls']],
  ['boto3', () => ['/usr/bin/python3', '-c', BOTO3, s3]],
  ['the JavaScript SDK', () => ['/usr/bin/node', join(sdkFolder, 'list.mjs'), s3]],
  [
    'rclone',
    () => [
      ...['/usr/bin/rclone', 'lsd', '--config', '/dev/null', '--retries', '1', '--s3-env-auth'],
      ...['--s3-provider', 'Other', '--s3-region', 'eu-west-1', '--s3-endpoint', s3, ':s3:'],
    ],
  ],
];

async function list([program = '', ...args]: string[], env: Record<string, string>): Promise<void> {
  const listed = await scene.desk.run(program, args, { env });
  expect(listed).toMatchObject({ code: 0 });
  expect(listed.stdout).toContain(BUCKET);
}

describe.each(clients)('%s lists the buckets', (_name, words) => {
  test('by a profile of ~/.aws/config', async () => {
    await list(words(), { AWS_PROFILE: 'lark' });
  });

  test('over the container credentials endpoint, with the lines of `daypass env --endpoint`', async () => {
    const { stdout } = await daypass(scene, ['env', PASS, '--endpoint', '--shell', 'bash']);
    const lines = variablesIn(stdout);
    expect(Object.keys(lines)).toContain('AWS_CONTAINER_CREDENTIALS_FULL_URI');
    expect(Object.keys(lines)).not.toContain('AWS_SECRET_ACCESS_KEY');
    await list(words(), { ...lines, AWS_EC2_METADATA_DISABLED: 'true' });
  });

  test('in the environment of `daypass exec`', async () => {
    await list([await commandOf(scene.app), 'exec', PASS, '--', ...words()], {});
  });
});

test('curl signs with what `daypass exec` gives it, on stdin and never as an argument', async () => {
  const config = [
    'url = "%s/"',
    'aws-sigv4 = "aws:amz:%s:s3"',
    'user = "%s:%s"',
    'header = "x-amz-security-token: %s"',
    'header = "x-amz-content-sha256: UNSIGNED-PAYLOAD"',
  ].join('\\n');
  const values = '"$AWS_REGION" "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY" "$AWS_SESSION_TOKEN"';
  const sign = `printf '${config}' "$AWS_ENDPOINT_URL_S3" ${values} | curl -s -K -`;
  await list([await commandOf(scene.app), 'exec', PASS, '--', 'sh', '-c', sign], {});
});

test('what credential_process prints is one small line of JSON, and says who asked', async () => {
  const answered = await daypass(scene, ['credentials', PASS]);
  expect(answered.stderr).toBe('');
  expect(answered.stdout.trimEnd()).toBe(JSON.stringify(JSON.parse(answered.stdout)));
  const { SessionToken, Expiration } = credentialsIn(answered);
  // What some clients' readers take (Java's SDK: 1,024 bytes by default) beside the token, which is AWS's.
  expect(answered.stdout.length - SessionToken.length).toBeLessThan(400);
  expect(Date.parse(Expiration)).toBeGreaterThan(Date.now());

  const { handouts } = await scene.app.control.snapshot();
  const told = handouts.map(({ way, tool }) => `${way} by ${tool}`);
  for (const one of [
    'command by aws',
    'command by python3',
    'command by node',
    'command by rclone',
    'endpoint by null',
  ])
    expect(
      told.some((line) => line.startsWith(one)),
      one,
    ).toBe(true);
});

test('nothing of it is in the log or in any output of the app', async () => {
  const { SecretAccessKey, SessionToken } = credentialsIn(await daypass(scene, ['credentials', PASS]));
  const log = await readFile(join(scene.app.home, 'daypass.log'), 'utf8');
  for (const secret of [SecretAccessKey, SessionToken]) {
    expect(log.includes(secret)).toBe(false);
    expect(scene.app.output().includes(secret)).toBe(false);
  }
});
