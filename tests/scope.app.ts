/** A read-only pass, a second role, and a wrong clock: what AWS's own client and the screen make of them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSelection } from './harness/clipboard.ts';
import { AWS_ON_S3, inBash } from './harness/pasted.ts';
import { copyAs, readPass, readRows, seeFailure, seePhase } from './harness/screen.ts';
import { signIn, takeSession } from './harness/steps.ts';
import { sceneOfTest, WITHOUT_RENEWAL } from './harness/test-scene.ts';

const TO = 's3://lark-reports-prod/uploads/hello.txt';

test('a read-only session lists and reads, and AWS’s side refuses its writes by the session policy', async () => {
  const { app, tray, desk } = await sceneOfTest();
  const page = await takeSession(app, tray, 'alex');
  const file = join(await desk.makeFolder('files'), 'hello.txt');
  await writeFile(file, 'hello');
  const write = `${AWS_ON_S3} s3 cp ${file} ${TO}`;
  await copyAs(page, /bash/i);
  expect(await inBash(desk, await readSelection(desk), write)).toMatchObject({ code: 0 });

  await page.getByRole('button', { name: 'More for this pass' }).click();
  await page.getByRole('menuitem', { name: 'Sign in read-only' }).click();
  await app.untilSnapshot('a read-only session', ({ passes: [pass] }) => {
    return pass?.session.kind === 'active' && pass.session.scope === 'read-only';
  });
  await page.getByTestId('head').getByText('Read-only').waitFor();
  await tray.until('the scope', (_state, lines) => lines.some(({ label }) => /\(read-only\)/.test(label)));
  expect(await readRows(page, 'Buckets')).toContain('lark-reports-prod');

  await copyAs(page, /bash/i);
  const pasted = await readSelection(desk);
  expect((await inBash(desk, pasted, `${AWS_ON_S3} s3 cp ${TO} -`)).stdout).toBe('hello');
  for (const command of [write, `${AWS_ON_S3} s3 rm ${TO}`]) {
    const refused = await inBash(desk, pasted, command);
    expect(refused.code).not.toBe(0);
    expect(refused.stderr).toContain('with an explicit deny in a session policy');
  }
});

describe('a wrong clock of this computer', () => {
  const MINUTE = 60_000;
  test.each([
    ['6 minutes behind', 6 * MINUTE],
    ['6 minutes ahead', -6 * MINUTE],
    ['24 hours behind', 24 * 60 * MINUTE],
  ])('%s: the true time is left, it is said, and S3 answers', async (words, lead) => {
    // Nothing is renewed here: the session is to end.
    const { app, tray } = await sceneOfTest(WITHOUT_RENEWAL);
    await tray.until('an organisation', (_state, [first]) => first?.label.startsWith('Sign in to ') ?? false);
    await app.control.leadDemoClock(lead);
    const page = await takeSession(app, tray, 'kim');
    await seeFailure(page, 'clock-wrong');
    await page.getByText(`This computer’s clock is ${words}.`).waitFor();
    // kim's sessions end two minutes after the sign-in.
    expect((await readPass(page)).timeLeft).toMatch(/^(1 min|[1-5]?\d s)/);
    expect(await readRows(page, 'Buckets')).toContain('lark-reports-prod');
    await app.control.moveClock(110_000);
    await seePhase(page, 'endingSoon');
    await app.control.moveClock(15_000);
    await seePhase(page, 'ended');
  });
});

describe('a second role', () => {
  const account = (id: string) => `arn:aws:iam::${id}`;
  const passes = (externalId: string) => [
    {
      id: 'partner',
      organisation: 'demo',
      label: 'Partner reports',
      roleArn: `${account('111122223333')}:role/S3AccessRole`,
      providerArn: `${account('111122223333')}:saml-provider/Larkfield`,
      region: 'eu-west-1',
      thenAssume: { roleArn: `${account('444455556666')}:role/PartnerReports`, externalId },
    },
  ];
  const chained = (externalId: string) => sceneOfTest({ version: 1, passes: passes(externalId) });

  test('is the one whose session is kept, for an hour at most', async () => {
    const { app, tray, desk } = await chained('larkfield-reports');
    const page = await takeSession(app, tray, 'alex');
    await page.getByTestId('head').getByText('Then PartnerReports, at most 1 h').waitFor();
    expect((await readPass(page)).timeLeft).toMatch(/^(59 min|1 h 00 m)/);
    expect(await readRows(page, 'Buckets')).toEqual(['lark-frankfurt-copies', 'lark.frankfurt.assets']);
    await copyAs(page, /bash/i);
    const sts = '/usr/bin/aws --endpoint-url "$STS" sts get-caller-identity --query Arn --output text';
    const sign = (await app.control.snapshot()).organisations[0]?.host;
    const who = await inBash(desk, await readSelection(desk), `STS=http://${sign}/sts; ${sts}`);
    expect(who.stdout.trim()).toBe(
      'arn:aws:sts::444455556666:assumed-role/PartnerReports/alex@larkfield.example',
    );
  });

  test('that is refused is told from the first, and nothing is kept', async () => {
    const { app, tray } = await chained('another-id');
    await signIn(app, tray, 'alex');
    const page = await app.main();
    await seeFailure(page, 'sts-chain-refused');
    await page.getByText('Copy text for the administrator').first().waitFor();
    const {
      passes: [pass],
    } = await app.control.snapshot();
    expect(pass?.session.kind).toBe('none');
    expect(pass?.failure).toMatchObject({ subject: expect.stringContaining('PartnerReports') });
  });
});
