/**
 * The guided tour: does the main job through the real windows as demo user maya, from the tray click to
 * the clipboard, and writes what it saw to `out/tour/`. Exits 0 only if every step was seen. It runs on a
 * desk of its own; where there is no D-Bus (macOS, Windows) it starts at the sign-in. That road is written
 * after the other and was not run.
 */
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { readSelection } from '../harness/clipboard.ts';
import { closed } from '../harness/pages.ts';
import { pictureOfScreen } from '../harness/picture.ts';
import { DEVELOPMENT_SERVICE, openScene, type Scene, untilKept } from '../harness/scene.ts';
import { copyAs, openRow, readPass, readRow, readRows, seePhase, selectRow } from '../harness/screen.ts';
import { chooseRoles, clickTrayToSignIn, typeIn } from '../harness/steps.ts';
import { type Recorder, startRecorder } from './recorder.ts';

const USER = 'maya';
const ROLES = ['S3AccessRole', 'DataEngineer', 'InvoiceReader'];
const FOLDER = join(resolve('.'), 'out', 'tour');

async function tour(scene: Scene, recorder: Recorder): Promise<object> {
  const { app, tray } = scene;
  const signedOut = await recorder.step(
    'The icon stands in the tray',
    () => tray.state(),
    ({ tooltip }) => tooltip,
  );
  await recorder.picture('signed-out', app.main().then(picture));
  const login = await recorder.step(
    'One click on it opens the company’s sign-in',
    () => clickTrayToSignIn(app, tray),
    addressOf,
  );
  await recorder.picture('sign-in', pictureOfScreen(app));
  await recorder.step(`${USER} types user and password`, () => signInAs(login));

  const page = await app.main();
  const offered = await recorder.step(
    'The roles of the answer are offered',
    () => readOffers(page),
    (roles) => roles.join(', '),
  );
  await recorder.picture('roles', picture(page));
  await recorder.step(`${ROLES.length} roles are taken at once`, () => takeRoles(page));
  const pass = await recorder.step(
    'The session is active',
    () => readPass(page),
    ({ label, timeLeft }) => `${label}, ${timeLeft}`,
  );
  const kept = await recorder.step(
    'The keychain holds the sessions',
    () => untilKept(scene.keyring, DEVELOPMENT_SERVICE, ROLES.length),
    (accounts) => `${accounts.length} entries`,
  );
  const live = await tray.until('the time left', ({ icon }) => icon !== signedOut.icon);

  const buckets = await recorder.step(
    'S3 lists the buckets',
    () => readRows(page, 'Buckets'),
    (names) => names.join(', '),
  );
  await recorder.picture('buckets', picture(page));
  const { bucket, prefix, keys } = await walk(page, recorder, buckets);
  await recorder.picture('objects', picture(page));
  const object = await recorder.step(
    'An object is selected',
    () => selectFirstObject(page, keys),
    ({ row }) => row.join(', '),
  );
  await recorder.picture('object', picture(page));
  const variables = await recorder.step(
    'Its credentials are copied for bash',
    () => copyForBash(scene, page),
    (names) => names.join(', '),
  );
  await recorder.picture('copied', picture(page));

  const { passes } = await app.control.snapshot();
  const session = passes.find(({ label }) => label === pass.label)?.session;
  const expiresAt = session?.kind === 'active' ? new Date(session.expiresAt).toISOString() : null;
  return {
    user: USER,
    role: pass.roleName,
    account: pass.accountId,
    expiresAt,
    timeLeft: pass.timeLeft,
    tray: { before: signedOut.tooltip, after: live.tooltip },
    rolesOffered: offered,
    keychainEntries: kept.length,
    buckets,
    opened: `s3://${bucket}/${prefix}`,
    objects: keys.slice(0, 20),
    object: object.key,
    copiedVariables: variables,
  };
}

async function signInAs(login: Page): Promise<void> {
  const gone = closed(login);
  await typeIn(login, USER);
  await gone;
}

async function readOffers(page: Page): Promise<string[]> {
  const boxes = page.getByRole('checkbox');
  await page
    .getByRole('checkbox', { name: ROLES[0] ?? '' })
    .first()
    .waitFor({ state: 'visible' });
  return boxes.evaluateAll((all) => all.map((box) => box.getAttribute('aria-label') ?? ''));
}

async function takeRoles(page: Page): Promise<void> {
  await chooseRoles(page, ROLES);
  await seePhase(page, 'active');
}

/** Down from a bucket through its folders to the first place that holds an object. */
async function walk(page: Page, recorder: Recorder, buckets: readonly string[]) {
  const bucket = buckets.find((name) => name.includes('reports')) ?? buckets[0] ?? '';
  let keys = await recorder.step(
    `Bucket ${bucket} is opened`,
    () => open(page, 'Buckets', bucket, ''),
    counted,
  );
  let prefix = '';
  while (!keys.some((key) => !key.endsWith('/'))) {
    const next = keys.find((key) => key.endsWith('/') && !key.endsWith('//'));
    if (next === undefined) throw new Error(`nothing below s3://${bucket}/${prefix}`);
    keys = await recorder.step(`Prefix ${next} is opened`, () => open(page, 'Objects', next, next), counted);
    prefix = next;
  }
  return { bucket, prefix, keys };
}

async function open(page: Page, grid: 'Buckets' | 'Objects', key: string, prefix: string): Promise<string[]> {
  await openRow(page, grid, key);
  // An empty prefix matches nothing in CSS, so every key counts there.
  const below = prefix === '' ? '[data-key]' : `[data-key^=${JSON.stringify(prefix)}]`;
  const inside = page.locator(`[role="grid"][aria-label="Objects"][aria-busy="false"] ${below}`);
  await inside.first().waitFor({ state: 'visible' });
  if (prefix !== '') await page.locator(`[data-key=${JSON.stringify(key)}]`).waitFor({ state: 'detached' });
  return readRows(page, 'Objects');
}

async function selectFirstObject(
  page: Page,
  keys: readonly string[],
): Promise<{ key: string; row: string[] }> {
  const key = keys.find((one) => !one.endsWith('/')) ?? '';
  await selectRow(page, 'Objects', key);
  return { key, row: await readRow(page, 'Objects', key) };
}

/** Only the names of what is on the clipboard are kept. */
async function copyForBash({ desk }: Scene, page: Page): Promise<string[]> {
  await copyAs(page, /bash/i);
  const names = [...(await readSelection(desk)).matchAll(/^ export (AWS_\w+)=/gm)].map(
    ([, name = '']) => name,
  );
  if (!names.includes('AWS_SESSION_TOKEN'))
    throw new Error(`the clipboard holds no session, but: ${names.join(', ')}`);
  return names;
}

const picture = (page: Page): Promise<Buffer> => page.screenshot();
const addressOf = (page: Page): string => page.url();
const counted = (keys: readonly string[]): string => `${keys.length} rows`;

async function run(): Promise<number> {
  const recorder = await startRecorder(FOLDER);
  process.stdout.write('Daypass: guided tour of the main job\n');
  const scene = await openScene();
  try {
    await recorder.finish(await tour(scene, recorder));
    await scene.app.quit();
    process.stdout.write(`Every step was seen. Pictures and tour.json are in ${FOLDER}\n`);
    return 0;
  } finally {
    await scene.dispose();
  }
}

process.exitCode = await run().catch((error: Error) => {
  process.stderr.write(`The tour stopped: ${error.stack ?? error.message}\n`);
  return 1;
});
