/** The main job for every user of the demo organisation: tray click to S3, on real parts. */
import { expect, test } from 'vitest';
import { DEVELOPMENT_SERVICE, untilKept } from './harness/scene.ts';
import {
  goTo,
  openRow,
  readPass,
  readRow,
  readRows,
  seeFailure,
  selectPass,
  selectRow,
  signOut,
} from './harness/screen.ts';
import { chooseRoles, sessionIsActive, signIn, takeSession } from './harness/steps.ts';
import { sceneOfTest } from './harness/test-scene.ts';

test('alex has one role: no question is asked, and the session ends up in the keychain and on screen', async () => {
  const { app, tray, keyring } = await sceneOfTest();
  const page = await takeSession(app, tray, 'alex');

  expect(await readPass(page)).toMatchObject({
    accountId: '1111-2222-3333',
    roleName: 'S3AccessRole',
    phase: 'active',
  });
  const [account = ''] = await untilKept(keyring, DEVELOPMENT_SERVICE, 1);
  expect(await keyring.read(DEVELOPMENT_SERVICE, account)).toContain('\n');

  expect(await readRows(page, 'Buckets')).toContain('lark-reports-prod');
  await openRow(page, 'Buckets', 'lark-reports-prod');
  const prefix = (await readRows(page, 'Objects')).find((key) => key.endsWith('/'));
  expect(prefix).toBeDefined();
  await openRow(page, 'Objects', String(prefix));
  await expect
    .poll(async () => (await readRows(page, 'Objects')).every((key) => key.startsWith(String(prefix))))
    .toBe(true);

  await signOut(page);
  await untilKept(keyring, DEVELOPMENT_SERVICE, 0);
  await tray.until('signed out', (state) => !/\d+ (h|min|s)\b/.test(state.tooltip));
});

test('maya takes several roles at once; the one that is gone is refused and leaves the others active', async () => {
  const { app, tray, keyring } = await sceneOfTest();
  await signIn(app, tray, 'maya');
  const page = await app.main();
  await chooseRoles(page, ['S3AccessRole', 'DataEngineer', 'RetiredAnalyst']);
  await seeFailure(page, 'sts-role-refused');

  const snapshot = await app.untilSnapshot(
    'two sessions',
    ({ passes }) => passes.filter(({ session }) => session.kind === 'active').length === 2,
  );
  const refused = snapshot.passes.filter(({ failure }) => failure !== null);
  expect(refused.map(({ roleName }) => roleName)).toEqual(['RetiredAnalyst']);
  expect(await untilKept(keyring, DEVELOPMENT_SERVICE, 2)).toHaveLength(2);

  for (const role of ['S3AccessRole', 'DataEngineer']) {
    await selectPass(page, role);
    await expect.poll(async () => (await readPass(page)).phase).toBe('active');
    expect((await readPass(page)).label).toContain(role);
  }
});

test('maya adds a role later without typing again, and the one she had stays', async () => {
  const { app, tray } = await sceneOfTest();
  const page = await takeSession(app, tray, 'maya', ['S3AccessRole']);
  await page.getByRole('button', { name: 'Add passes' }).click();
  await page.getByText('already a pass').waitFor();
  await chooseRoles(page, ['DataEngineer']);
  const { passes } = await app.untilSnapshot(
    'two sessions',
    (snapshot) => snapshot.passes.filter(({ session }) => session.kind === 'active').length === 2,
  );
  expect(passes.map(({ roleName }) => roleName)).toEqual(['S3AccessRole', 'DataEngineer']);
});

test('omar is offered forty roles and finds one by typing', async () => {
  const { app, tray, keyring } = await sceneOfTest();
  await signIn(app, tray, 'omar');
  const page = await app.main();
  await app.untilSnapshot(
    'forty offers',
    ({ signin }) => signin.kind === 'choosingRoles' && signin.offers.length === 40,
  );
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('auditor 222');
  await chooseRoles(page, ['Auditor']);
  await sessionIsActive(app);
  expect(await untilKept(keyring, DEVELOPMENT_SERVICE, 1)).toHaveLength(1);
  expect(await readRows(page, 'Buckets')).toHaveLength(1);
});

test('zoë signs in with a name beyond ASCII and two roles', async () => {
  const { app, tray, keyring } = await sceneOfTest();
  const page = await takeSession(app, tray, 'zoë', ['S3AccessRole', 'InvoiceReader']);
  expect(await untilKept(keyring, DEVELOPMENT_SERVICE, 2)).toHaveLength(2);
  expect((await readPass(page)).phase).toBe('active');
});

test('pat’s provider names come first, and a role that may not list buckets still opens one by its name', async () => {
  const { app, tray } = await sceneOfTest();
  const page = await takeSession(app, tray, 'pat', ['ExportsOnly']);
  await seeFailure(page, 's3-access-denied');
  await goTo(page, 's3://lark-reports-prod/exports/2026/');
  const keys = await readRows(page, 'Objects');
  expect(keys.every((key) => key.startsWith('exports/2026/'))).toBe(true);
  const object = keys.find((key) => !key.endsWith('/'));
  if (object !== undefined) {
    await selectRow(page, 'Objects', object);
    expect((await readRow(page, 'Objects', object)).join(' ')).toMatch(/\d/);
  }
});
