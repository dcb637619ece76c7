/** A scene of one test, gone when the test is over. */
import { onTestFinished } from 'vitest';
import { writeHome } from './corp.ts';
import { openScene, type Scene } from './scene.ts';

/** Where sessions are to end, nothing may be renewed meanwhile. */
export const WITHOUT_RENEWAL = { version: 1, preferences: { renew: 'off' } };

/** `settings`: what stands in its `settings.json`. */
export async function sceneOfTest(settings: object = { version: 1 }): Promise<Scene> {
  const opened = await openScene({
    app: async (desk) => ({ env: { DAYPASS_HOME: await writeHome(desk, settings) } }),
  });
  onTestFinished(() => opened.dispose());
  return opened;
}
