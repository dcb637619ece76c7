/** One desk with its tray, keyring and a running Daypass on it: what most whole-app tests begin with. */
import { type AppOptions, launch, type RunningApp } from './app.ts';
import { type Desk, type DeskOptions, openDesk } from './desk.ts';
import { type Keyring, readKeyring } from './keyring.ts';
import { type Tray, watchTray } from './tray.ts';

export interface Scene {
  desk: Desk;
  tray: Tray;
  keyring: Keyring;
  /** The running app; another one after `restart`. */
  app: RunningApp;
  /** Starts the app again on the same data folder; the one before must have ended. */
  restart(): Promise<RunningApp>;
  dispose(): Promise<void>;
}

export interface SceneOptions extends DeskOptions {
  /** Made on the desk, before the app starts. */
  app?: (desk: Desk) => Promise<AppOptions>;
}

/** Keychain service of every run from a checkout with `--demo`. */
export const DEVELOPMENT_SERVICE = 'Daypass (development)';

export async function openScene(options: SceneOptions = {}): Promise<Scene> {
  const desk = await openDesk(options);
  try {
    const tray = await watchTray(desk.bus);
    const appOptions = (await options.app?.(desk)) ?? {};
    const start = async () => {
      const app = await launch(desk, appOptions);
      await tray.appeared();
      // The icon stands before the app behind it is loaded; the menu comes from the app.
      await tray.until('a menu', (_state, menu) => menu.length > 0);
      return app;
    };
    const scene: Scene = {
      desk,
      tray,
      keyring: readKeyring(desk.bus),
      app: await start(),
      restart: async () => {
        scene.app = await start();
        return scene.app;
      },
      dispose: () => desk.dispose(),
    };
    return scene;
  } catch (error) {
    await desk.dispose();
    throw error;
  }
}

/** The account of the keyring that is named, once it is there (or once it is gone). */
export async function untilKept(keyring: Keyring, service: string, count: number): Promise<string[]> {
  const giveUpAt = Date.now() + 10_000;
  for (;;) {
    const accounts = await keyring.find(service);
    if (accounts.length === count) return accounts;
    if (Date.now() > giveUpAt)
      throw new Error(`${service} never had ${count} entries, but: ${accounts.join(', ')}`);
    // The Secret Service sends no signal to strangers when an item changes.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
