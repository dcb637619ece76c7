/** What was copied works in a real shell with Debian's own `aws`, in every form and until the session ends; and the clipboard is cleared. */
import { expect, test } from 'vitest';
import type { CopyFormat } from '../electron/contract/copy-format.ts';
import { copyElsewhere, readSelection } from './harness/clipboard.ts';
import { AWS_ON_S3, inBash } from './harness/pasted.ts';
import { copyAs, seePhase } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';
import { sceneOfTest, WITHOUT_RENEWAL } from './harness/test-scene.ts';

test('`aws s3 ls` lists the buckets with what was copied for bash', async () => {
  const { app, tray, desk } = await sceneOfTest();
  const page = await takeSession(app, tray, 'alex');
  await copyAs(page, /bash/i);
  const pasted = await readSelection(desk);
  const listed = await inBash(desk, pasted, `${AWS_ON_S3} s3 ls`);
  expect(listed.stderr).toBe('');
  expect(listed.stdout).toContain('lark-reports-prod');
  const who = await inBash(desk, pasted, 'env | grep -c ^AWS_; printf %s "$AWS_REGION"');
  expect(who.stdout).toMatch(/^\d+\n[a-z]+-[a-z]+-\d$/);
});

test('`aws s3 ls` lists the buckets with a .env file, an INI section and JSON', async () => {
  const { app, tray, desk } = await sceneOfTest();
  const page = await takeSession(app, tray, 'alex');
  const copied = async (words: RegExp, format: CopyFormat) => {
    await copyAs(page, words);
    await app.untilSnapshot('the copy', ({ clipboard }) => clipboard?.format === format);
    return readSelection(desk);
  };
  /** `$file` is what was copied; nothing of this machine's own AWS files is read. */
  const list = async (copied: string, prepare: string) => {
    const script = `set -e; file=$(mktemp); cat > "$file"; ${prepare}; ${AWS_ON_S3} s3 ls`;
    return desk.run('bash', ['-c', script], { input: copied });
  };
  const dotenv = await copied(/env file/, 'dotenv');
  const [endpoint] = /^AWS_ENDPOINT_URL_S3=.*$/m.exec(dotenv) ?? [];
  const section = await copied(/INI/, 'ini');
  const [, name] = /^\[(.+)\]$/m.exec(section) ?? [];
  const given = `export ${endpoint} AWS_PROFILE=${name}`;
  const json = await copied(/JSON/, 'json');
  // JSON has no place for the region.
  const [region] = /^region.*$/m.exec(section) ?? [];
  const profile = `[profile ${name}]\n${region}\ncredential_process = cat %s\n`;
  const config = `printf '${profile}' "$file" > "$file.config"`;
  for (const listed of [
    await list(dotenv, 'set -a; . "$file"; set +a'),
    await list(section, `${given} AWS_SHARED_CREDENTIALS_FILE="$file"`),
    await list(json, `${config}; ${given} AWS_CONFIG_FILE="$file.config"`),
  ]) {
    expect(listed.stderr).toBe('');
    expect(listed.stdout).toContain('lark-reports-prod');
  }
});

test('*Copy* does what was done last, by keyboard too; one value alone changes nothing of that', async () => {
  const { app, tray, desk } = await sceneOfTest();
  const page = await takeSession(app, tray, 'alex');
  const forms = page.getByRole('button', { name: 'Copy as…' });
  await forms.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: 'bash or zsh', checked: true }).waitFor();
  await page.keyboard.type('nu');
  await page.keyboard.press('Enter');
  await page.getByText('Copied for Nushell').waitFor();
  const { app: facts } = await app.untilSnapshot('the form', ({ preferences }) => {
    return preferences.copyFormat === 'nushell';
  });
  await page.getByText(/cleared in \d+ s, not from its history/).waitFor({
    state: facts.clipboardHistory === 'excluded' ? 'hidden' : 'visible',
  });

  await copyAs(page, /Secret access key/);
  await page.getByText('Copied: secret access key').waitFor();
  expect(await readSelection(desk)).toMatch(/^[\w/+=]{40}$/);
  await page.getByRole('button', { name: 'Copy', exact: true }).press('Enter');
  await page.getByText('Copied for Nushell').waitFor();
  expect(await readSelection(desk)).toContain(' load-env {AWS_ACCESS_KEY_ID: "ASIA');
});

test('after the end the client says so itself, and without the expiry S3 answers ExpiredToken', async () => {
  const { app, tray, desk } = await sceneOfTest(WITHOUT_RENEWAL);
  const page = await takeSession(app, tray, 'kim');
  await copyAs(page, /bash/i);
  const pasted = await readSelection(desk);
  expect((await inBash(desk, pasted, `${AWS_ON_S3} s3 ls`)).code).toBe(0);

  const past = 'export AWS_CREDENTIAL_EXPIRATION=2020-01-01T00:00:00Z';
  const byClient = await inBash(desk, pasted, `${past}; ${AWS_ON_S3} s3 ls`);
  expect(byClient.code).not.toBe(0);
  expect(byClient.stderr).toContain('expired');

  await app.control.moveClock(130_000);
  await seePhase(page, 'ended');
  const byS3 = await inBash(desk, pasted, `unset AWS_CREDENTIAL_EXPIRATION; ${AWS_ON_S3} s3 ls`);
  expect(byS3.code).not.toBe(0);
  expect(byS3.stderr).toContain('ExpiredToken');
});

test('credentials leave the clipboard after a minute of the clock', async () => {
  const { app, tray, desk } = await sceneOfTest();
  const page = await takeSession(app, tray, 'alex');
  await copyAs(page, /bash/i);
  await app.control.moveClock(55_000);
  expect(await readSelection(desk)).toContain('AWS_SESSION_TOKEN');
  await app.control.moveClock(6_000);
  await app.untilSnapshot('an empty hand', ({ clipboard }) => clipboard === null);
  await expect.poll(() => readSelection(desk)).toBe('');
  expect(await readSelection(desk, 'primary')).not.toContain('AWS_SESSION_TOKEN');
});

test('what somebody copied meanwhile is left alone', async () => {
  const { app, tray, desk } = await sceneOfTest();
  const page = await takeSession(app, tray, 'alex');
  await copyAs(page, /bash/i);
  await copyElsewhere(desk, 'a shopping list');
  await app.control.moveClock(61_000);
  await app.untilSnapshot('an empty hand', ({ clipboard }) => clipboard === null);
  expect(await readSelection(desk)).toBe('a shopping list');
});

test('a locked screen takes the credentials off the clipboard at once', async () => {
  const { app, tray, desk } = await sceneOfTest();
  const page = await takeSession(app, tray, 'alex');
  await copyAs(page, /bash/i);
  await app.control.emitPower('lock-screen');
  await expect.poll(() => readSelection(desk)).toBe('');
});
