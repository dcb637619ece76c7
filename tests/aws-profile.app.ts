/** A pass gets a profile in the person's own config file: the very bytes come back when it goes, or when everything is forgotten. */
import { chmod, chown, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { openScene, type Scene } from './harness/scene.ts';
import { takeSession } from './harness/steps.ts';

const THEIRS =
  '\xef\xbb\xbf# mine\r\n[profile reports]\r\naws_secret_access_key = verysecret\r\nname = Zo\xe9';

async function scene(theirs: string | null): Promise<Scene & { file: string; page: Page }> {
  const opened = await openScene({
    app: async (desk) => {
      if (theirs === null) return {};
      const { account } = desk;
      const folder = join(desk.env.HOME ?? '', '.aws');
      await mkdir(folder);
      await writeFile(join(folder, 'config'), theirs, 'latin1');
      await chmod(join(folder, 'config'), 0o640);
      for (const path of [folder, join(folder, 'config')])
        if (account) await chown(path, account.uid, account.gid);
      return {};
    },
  });
  onTestFinished(() => opened.dispose());
  const page = await takeSession(opened.app, opened.tray, 'alex');
  return { ...opened, page, file: join(opened.desk.env.HOME ?? '', '.aws', 'config') };
}

const setProfile = (page: Page, pass: string, name: string | null, replace = false) =>
  page.evaluate((input) => window.daypass.run('pass.setAwsProfile', input), { pass, name, replace });
const look = (page: Page, pass: string) =>
  page.evaluate((input) => window.daypass.run('awsProfile.look', input), { pass });
const firstPass = async ({ app }: Scene) => (await app.control.snapshot()).passes[0]?.id ?? '';

test('a profile is put beside what is there, and its removal leaves the very bytes', async () => {
  const here = await scene(THEIRS);
  const pass = await firstPass(here);

  const inTheWay = await setProfile(here.page, pass, 'reports');
  expect(inTheWay).toMatchObject({ ok: true, value: { kind: 'taken', line: 2 } });
  expect(JSON.stringify(inTheWay)).not.toContain('verysecret');
  expect(await readFile(here.file, 'latin1')).toBe(THEIRS);

  expect(await setProfile(here.page, pass, 'day-pass')).toEqual({ ok: true, value: { kind: 'done' } });
  const written = await readFile(here.file, 'latin1');
  expect(written.startsWith(`${THEIRS}\r\n[profile day-pass]\r\n# Daypass `)).toBe(true);
  expect(written).toMatch(/credential_process = \S+daypass\S* credentials \S+\r\n/);
  // The demo has an S3 of its own, on loopback.
  expect(written).toMatch(
    /\[services daypass-day-pass\]\r\n#.*\r\ns3 =\r\n {2}endpoint_url = http:\/\/127\.0\.0\.1:/,
  );
  expect((await stat(here.file)).mode & 0o777).toBe(0o640);
  await here.app.untilSnapshot('the profile', ({ passes }) => passes[0]?.awsProfile === 'day-pass');
  expect(await look(here.page, pass)).toMatchObject({ ok: true, value: { state: 'ours', file: here.file } });

  expect(await setProfile(here.page, pass, null)).toEqual({ ok: true, value: { kind: 'done' } });
  expect(await readFile(here.file, 'latin1')).toBe(THEIRS);
  expect(await readdir(join(here.file, '..'))).toEqual(['config']);
});

test('Debian’s own client lists buckets with it, and a removed pass takes its section along', async () => {
  const here = await scene('[default]\nregion = us-east-1\n');
  const pass = await firstPass(here);
  await setProfile(here.page, pass, 'day.pass@1');
  const read = (key: string, profile: string) =>
    here.desk.run('/usr/bin/aws', ['configure', 'get', key, '--profile', profile]);
  expect((await read('credential_process', 'day.pass@1')).stdout).toContain(`credentials ${pass}`);
  expect((await read('region', 'default')).stdout).toBe('us-east-1\n');
  const [, endpoint = ''] = /endpoint_url = (\S+)/.exec(await readFile(here.file, 'latin1')) ?? [];
  const listed = await here.desk.run('/usr/bin/aws', [
    ...['--endpoint-url', endpoint, '--profile', 'day.pass@1'],
    ...['s3', 'ls'],
  ]);
  expect(listed.stdout + listed.stderr).toContain('lark-reports-prod');

  await here.app.quit();
  const app = await here.restart();
  const page = await app.main();
  await app.untilSnapshot('the pass', ({ passes }) => passes[0]?.awsProfile === 'day.pass@1');
  expect(await readFile(here.file, 'latin1')).toContain('[profile day.pass@1]');

  await page.evaluate((input) => window.daypass.run('pass.remove', input), { pass });
  await expect.poll(() => readFile(here.file, 'latin1')).toBe('[default]\nregion = us-east-1\n');
});

test('forget everything takes the section, and the file and folder that were made for it', async () => {
  const here = await scene(null);
  await setProfile(here.page, await firstPass(here), 'day-pass');
  expect((await stat(here.file)).mode & 0o777).toBe(0o600);
  expect((await stat(join(here.file, '..'))).mode & 0o777).toBe(0o700);
  expect(await here.page.evaluate(() => window.daypass.run('app.forgetEverything', {}))).toMatchObject({
    ok: true,
  });
  expect(await readdir(here.desk.env.HOME ?? '')).not.toContain('.aws');
  await here.app.quit();
  expect(await readdir(here.desk.env.HOME ?? '')).not.toContain('.aws');
});
