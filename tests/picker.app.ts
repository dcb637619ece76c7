/** Many roles: several chosen at once, five hundred by keys alone, and one that is no longer offered. */
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { type Corp, credentials, openCorp, posting } from './harness/corp.ts';
import { base64, samlResponse } from './harness/saml.ts';
import { DEVELOPMENT_SERVICE, openScene, type Scene, untilKept } from './harness/scene.ts';
import { seeFailure, seePhase } from './harness/screen.ts';
import { signIn } from './harness/steps.ts';

const account = (index: number) => String(100_000_000_000 + index);
const provider = (index: number) => `arn:aws:iam::${account(index)}:saml-provider/Corp`;
const role = (index: number, name: string) =>
  `arn:aws:iam::${account(index)}:role/${name},${provider(index)}`;

/** STS of this test: gives what it is asked for. */
function trusting(corp: Corp): string[] {
  const asked: string[] = [];
  corp.sts = ({ body }) => {
    const arn = new URLSearchParams(body).get('RoleArn') ?? '';
    const [, id = '', name = ''] = /::(\d{12}):role\/(.*)$/.exec(arn) ?? [];
    asked.push(`${id} ${name}`);
    return { ...credentials(name), body: credentials(name).body.replaceAll('111122223333', id) };
  };
  return asked;
}

async function corpScene(): Promise<{ corp: Corp; scene: Scene; page: Page }> {
  const corp = await openCorp();
  const scene = await openScene({
    app: async (desk) => ({
      demo: false,
      env: { DAYPASS_HOME: await corp.home(desk), DAYPASS_ALLOW_ANY_RUNTIME: '1' },
    }),
  });
  onTestFinished(async () => {
    await scene.dispose();
    await corp.close();
  });
  return { corp, scene, page: await scene.app.main() };
}

async function begin({ tray }: Scene): Promise<void> {
  await tray.until('the company', (_state, [first]) => first?.label === 'Sign in to Corp');
  await tray.choose('Sign in to Corp');
}

const offering = (roles: string[]) => () => posting(base64(samlResponse({ roles })));

test('omar takes three of his forty roles at once, and a filter does not lose what is chosen', async () => {
  const scene = await openScene();
  onTestFinished(() => scene.dispose());
  const { app, tray, keyring } = scene;
  await signIn(app, tray, 'omar');
  const page = await app.main();
  const filter = page.getByRole('searchbox', { name: 'Filter roles' });
  await page.getByText('40 roles', { exact: true }).waitFor();
  const roles = page.getByRole('checkbox');
  for (const words of ['auditor 222000', 'auditor 222011', 'operator 222022']) {
    await filter.fill(words);
    await roles.first().click();
  }
  await page.getByText('2 are outside the filter').waitFor();
  await filter.fill('no such role');
  await page.getByText('3 are outside the filter').waitFor();
  await page.getByRole('button', { name: 'Sign in to 3' }).click();
  await app.untilSnapshot(
    'three sessions',
    ({ passes }) => passes.filter(({ session }) => session.kind === 'active').length === 3,
  );
  expect(await untilKept(keyring, DEVELOPMENT_SERVICE, 3)).toHaveLength(3);
});

test('one of five hundred roles is found and taken by keys alone', async () => {
  const { corp, scene, page } = await corpScene();
  const asked = trusting(corp);
  corp.idp = offering(Array.from({ length: 500 }, (_, i) => role(i % 50, `Role-${i}`)));
  await begin(scene);
  const grid = page.getByRole('grid', { name: 'Roles' });
  await grid.waitFor();
  expect(await grid.getAttribute('aria-rowcount')).toBe('550');
  expect(await grid.getByRole('checkbox').count()).toBeLessThan(60);

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await grid.locator('.in-hand input[data-role-arn$="Role-499"]').waitFor();
  await page.keyboard.press('Home');
  await grid.locator('.in-hand input[data-role-arn$="Role-0"]').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('nobody');
  await page.getByText('No role holds “nobody”.').waitFor();
  expect(await page.getByRole('checkbox').count()).toBe(0);
  await page.keyboard.press('Escape');
  await grid.getByRole('checkbox', { name: 'Role-0', exact: true }).waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('');

  await page.keyboard.type('role-493 000043');
  await page.getByText('1 of 500 roles').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press(' ');
  await page.getByText('1 chosen').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('500 roles', { exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await seePhase(page, 'active');
  expect(asked).toEqual(['100000000043 Role-493']);
});

test('a role that was kept and is offered no more is said by its name, and nothing takes its place', async () => {
  const { corp, scene, page } = await corpScene();
  const asked = trusting(corp);
  corp.idp = offering([role(1, 'Writer')]);
  await begin(scene);
  await seePhase(page, 'active');

  corp.idp = offering([role(1, 'Reader'), role(1, 'Lister')]);
  await page.getByRole('button', { name: 'Add passes' }).click();
  await page.getByText('Corp no longer offers Writer in 1000-0000-0001.').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();

  await scene.tray.choose('Sign in to Corp');
  await seeFailure(page, 'role-not-offered');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await seeFailure(page, 'role-not-offered');
  expect(asked).toEqual(['100000000001 Writer']);
  const { passes } = await scene.app.control.snapshot();
  expect(passes.map(({ roleName }) => roleName)).toEqual(['Writer']);
  expect(passes[0]?.failure?.code).toBe('role-not-offered');
});

test('what was chosen outlives an answer that came too late', async () => {
  const { corp, scene, page } = await corpScene();
  const asked = trusting(corp);
  corp.idp = offering(Array.from({ length: 12 }, (_, i) => role(i, `Role-${i}`)));
  await begin(scene);
  await page.getByRole('grid', { name: 'Roles' }).waitFor();
  await page.getByRole('checkbox', { name: 'Role-7' }).click();
  await page.getByText('1 chosen').waitFor();
  await scene.app.control.moveClock(5 * 60_000 + 1000);
  await seeFailure(page, 'assertion-expired');
  expect(asked).toEqual([]);

  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('1 chosen').waitFor();
  await page.getByRole('button', { name: 'Sign in to 1' }).click();
  await seePhase(page, 'active');
  expect(asked).toEqual(['100000000007 Role-7']);
});
