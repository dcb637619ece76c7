/** A read-only pass, a second role, and a wrong clock: what AWS's own client and the screen make of them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSelection } from './harness/clipboard.ts';
import type { Desk } from './harness/desk.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { copyAs, readRows } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';

const AWS = '/usr/bin/aws --endpoint-url "$AWS_ENDPOINT_URL_S3"';
const TO = 's3://lark-reports-prod/uploads/hello.txt';

async function scene(): Promise<Scene> {
  const opened = await openScene();
  onTestFinished(() => opened.dispose());
  return opened;
}

/** What was pasted into a bash, then the command. */
function inBash(desk: Desk, pasted: string, command: string) {
  return desk.run('bash', ['-c', `eval "$(cat)"; ${command}`], { input: pasted });
}

test('a read-only session lists and reads, and AWS’s side refuses its writes by the session policy', async () => {
  const { app, tray, desk } = await scene();
  const page = await takeSession(app, tray, 'alex');
  const file = join(await desk.makeFolder('files'), 'hello.txt');
  await writeFile(file, 'hello');
  const write = `${AWS} s3 cp ${file} ${TO}`;
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
  expect((await inBash(desk, pasted, `${AWS} s3 cp ${TO} -`)).stdout).toBe('hello');
  for (const command of [write, `${AWS} s3 rm ${TO}`]) {
    const refused = await inBash(desk, pasted, command);
    expect(refused.code).not.toBe(0);
    expect(refused.stderr).toContain('with an explicit deny in a session policy');
  }
});
