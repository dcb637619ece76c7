/** Every state's scene by its name; a state without a scene does not compile. */
import type { Scene } from './scene.ts';
import { actionScenes } from './scenes-actions.ts';
import { activityScenes } from './scenes-activity.ts';
import { addressScenes } from './scenes-addresses.ts';
import { deniedScenes } from './scenes-denied.ts';
import { inspectorScenes } from './scenes-inspector.ts';
import { mainScenes } from './scenes-main.ts';
import { pickerScenes } from './scenes-picker.ts';
import { placesScenes } from './scenes-places.ts';
import { previewScenes } from './scenes-preview.ts';
import { promptScenes } from './scenes-prompts.ts';
import { settingsScenes } from './scenes-settings.ts';
import { shareScenes } from './scenes-share.ts';
import { signinScenes } from './scenes-signin.ts';
import { transferScenes } from './scenes-transfers.ts';
import { useItScenes } from './scenes-use-it.ts';
import { workScenes } from './scenes-works.ts';
import type { StateName } from './states.ts';

export const scenes: Record<StateName, Scene> = {
  ...actionScenes,
  ...workScenes,
  ...transferScenes,
  ...activityScenes,
  ...addressScenes,
  ...mainScenes,
  ...inspectorScenes,
  ...deniedScenes,
  ...pickerScenes,
  ...shareScenes,
  ...signinScenes,
  ...placesScenes,
  ...previewScenes,
  ...promptScenes,
  ...settingsScenes,
  ...useItScenes,
};
