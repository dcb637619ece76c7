/** A scene whose one organisation signs in through the desk's Chromium, with the hand on that browser. */
import { OFFLINE } from './app.ts';
import { type Corp, openCorp } from './corp.ts';
import { openScene, type Scene } from './scene.ts';
import { type SystemBrowser, systemBrowserOn } from './system-browser.ts';

export interface SecondRoad {
  corp: Corp;
  scene: Scene;
  browser: SystemBrowser;
  /** Data folder of the app. */
  home: string;
  /** Begins the sign-in. */
  start(): Promise<void>;
  dispose(): Promise<void>;
}

export async function openSecondRoad(): Promise<SecondRoad> {
  const corp = await openCorp();
  let home = '';
  const scene = await openScene({
    app: async (desk) => {
      home = await corp.home(desk, { browser: 'system', capture: [`${corp.origin}/acs`] });
      return {
        demo: false,
        env: { DAYPASS_HOME: home, DAYPASS_ALLOW_ANY_RUNTIME: '1', DAYPASS_BROWSER_SWITCHES: OFFLINE },
      };
    },
  }).catch(async (error: unknown) => {
    await corp.close();
    throw error;
  });
  return {
    corp,
    scene,
    home,
    browser: systemBrowserOn(scene.desk, home),
    start: async () => {
      const main = await scene.app.main();
      await main.evaluate(() => window.daypass.run('signin.start', { organisation: 'corp' }));
    },
    dispose: async () => {
      await scene.dispose();
      await corp.close();
    },
  };
}
