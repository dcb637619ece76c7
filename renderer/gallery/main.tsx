/** The gallery: one state by its name, or links to all. Runs on the fake bridge and a clock that stands still. */
import '../without-eval.ts';
import { createApi } from '../bridge/api.ts';
import type { ScreenClock } from '../bridge/clock.ts';
import { createFakeBridge } from '../bridge/fake-bridge.ts';
import { createBrowserShelf } from '../features/browser/browser-shelf.ts';
import { renderApp } from '../render.tsx';
import { setTheme } from '../theme.ts';
import { handOverPort } from './fake-s3.ts';
import { renderIndex } from './Index.tsx';
import { type Scene, scenes } from './scenes.ts';
import { isStateName } from './states.ts';

const query = new URLSearchParams(window.location.search);
const dark = query.get('theme') === 'dark';
const state = query.get('state') ?? '';
setTheme(dark ? 'dark' : 'light');
if (isStateName(state)) show(scenes[state]);
else renderIndex(dark ? 'dark' : 'light');

function show(scene: Scene) {
  const clock: ScreenClock = {
    now: () => scene.snapshot.at,
    ticked: () => scene.snapshot.at,
    sync: () => undefined,
    onTick: () => () => undefined,
  };
  const bridge = createFakeBridge(scene.snapshot, {
    's3.connect': () => {
      handOverPort(scene.s3 ?? { kind: 'well' });
      return { ok: true, value: null };
    },
    'pass.copy': () => ({ ok: true, value: { clearsAt: scene.snapshot.at + 60_000 } }),
    'object.download': () => ({ ok: true, value: { download: 'download-1' } }),
  });
  const api = createApi(bridge, clock);
  if (scene.refusal) api.refusals.set(scene.refusal);
  const shelf = createBrowserShelf(api, () => scene.place);
  renderApp(api, shelf, scene.window ?? 'main');
  if (scene.browser) shelf.of(scene.snapshot.show.pass ?? '').set(scene.browser);
}
