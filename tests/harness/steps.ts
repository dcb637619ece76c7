/**
 * The main job as steps that the tour and the tests share: from the tray to the clipboard. Each step
 * ends when its result was seen.
 */
import type { Page } from 'playwright-core';
import type { RunningApp } from './app.ts';
import { closed } from './pages.ts';
import { seePhase } from './screen.ts';
import type { Tray } from './tray.ts';

const PATIENCE = { timeout: 30_000 };

export const DEMO_PASSWORD = 'daypass';

/** One click on the tray icon, nothing else: answers the identity provider's page. */
export async function clickTrayToSignIn(app: RunningApp, tray: Tray): Promise<Page> {
  // The demo organisation is there once the menu offers it.
  await tray.until('an organisation', (_state, [first]) => first?.label.startsWith('Sign in to ') ?? false);
  await tray.activate();
  const login = await app.login();
  await login.locator('#user').waitFor({ state: 'visible', ...PATIENCE });
  // The window is shown only once the page has stayed a moment without answering by itself.
  await app.signinIsShown();
  await login.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  return login;
}

/** Types as a person does and submits; resolves when the page is gone or says no. */
export async function typeIn(login: Page, user: string, password = DEMO_PASSWORD): Promise<void> {
  await login.locator('#user').fill(user);
  await login.locator('#password').fill(password);
  await login.locator('button[type=submit]').click({ noWaitAfter: true, ...PATIENCE });
}

/** The whole way in for a user of the demo organisation, up to the answer of the identity provider. */
export async function signIn(app: RunningApp, tray: Tray, user: string): Promise<void> {
  const login = await clickTrayToSignIn(app, tray);
  const gone = closed(login);
  await typeIn(login, user);
  await gone;
}

/** Chooses roles by their names in the picker and takes them. */
export async function chooseRoles(page: Page, roles: readonly string[]): Promise<void> {
  for (const role of roles) await page.getByRole('checkbox', { name: role }).first().click(PATIENCE);
  await page.getByRole('button', { name: /^Sign in to \d+/ }).click(PATIENCE);
}

export async function sessionIsActive(app: RunningApp): Promise<Page> {
  const page = await app.main();
  await seePhase(page, 'active');
  return page;
}

/** Tray, login, roles where they are asked for; ends with an active session on screen. */
export async function takeSession(
  app: RunningApp,
  tray: Tray,
  user: string,
  roles: readonly string[] = [],
): Promise<Page> {
  await signIn(app, tray, user);
  if (roles.length > 0) await chooseRoles(await app.main(), roles);
  return sessionIsActive(app);
}
