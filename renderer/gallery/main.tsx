/** The gallery: one state by its name, or links to all. Runs on the fake bridge and a clock that stands still. */
import '../without-eval.ts';
import type { PassView, Snapshot } from '../../electron/contract/snapshot.ts';
import { createApi } from '../bridge/api.ts';
import type { ScreenClock } from '../bridge/clock.ts';
import { createFakeBridge } from '../bridge/fake-bridge.ts';
import { createBrowserShelf } from '../features/browser/browser-shelf.ts';
import { keepChoice } from '../features/sign-in/picker-memory.ts';
import { renderApp } from '../render.tsx';
import { setTheme } from '../theme.ts';
import { renderAllFailures } from './AllFailures.tsx';
import { actOut, appeared } from './act-out.ts';
import { handOverPort } from './fake-s3.ts';
import { renderIndex } from './Index.tsx';
import { renderPreview } from './PreviewPage.tsx';
import type { Scene } from './scene.ts';
import { scenes } from './scenes.ts';
import { diagnostics } from './scenes-activity.ts';
import { shownLink } from './scenes-share.ts';
import { linesAs } from './scenes-use-it.ts';
import { isStateName } from './states.ts';

const query = new URLSearchParams(window.location.search);
const dark = query.get('theme') === 'dark';
const state = query.get('state') ?? '';
setTheme(dark ? 'dark' : 'light');
if (isStateName(state)) show(scenes[state]);
else renderIndex(dark ? 'dark' : 'light');

function show(scene: Scene) {
  if (scene.page === 'all-failures') return renderAllFailures();
  const { snapshot } = scene;
  const shownPass = snapshot.show.pass ?? '';
  const clock = standingClock(snapshot.at);
  const bridge = createFakeBridge(snapshot, {
    's3.connect': () => {
      handOverPort(
        scene.s3 ?? { kind: 'well' },
        scene.works?.map(({ answers }) => answers),
      );
      return { ok: true, value: null };
    },
    'pass.copy': () => ({ ok: true, value: { clearsAt: snapshot.at + 60_000 } }),
    'awsProfile.look': () =>
      scene.profile ? { ok: true, value: scene.profile } : new Promise(() => undefined),
    'pass.setAwsProfile': () => ({ ok: true, value: scene.answer ?? { kind: 'done' } }),
    'wiring.check': () => (scene.report ? { ok: true, value: scene.report } : new Promise(() => undefined)),
    'copy.look': ({ format }) => ({ ok: true, value: { text: linesAs(format) } }),
    'link.look': () =>
      scene.linkFailure ? { ok: false, failure: scene.linkFailure } : { ok: true, value: shownLink },
    'link.copy': () => ({ ok: true, value: { ...shownLink, clearsAt: snapshot.at + 60_000 } }),
    'import.find': () => ({ ok: true, value: scene.found ?? { saml2aws: null, awsConfig: null } }),
    'import.look': () => ({ ok: true, value: scene.preview ?? null }),
    'diagnostics.read': () => ({ ok: true, value: { text: diagnostics } }),
  });
  if (scene.picker) keepChoice('larkfield', scene.picker);
  const api = createApi(bridge, clock);
  const shelf = createBrowserShelf(api, () => scene.place);
  if (scene.pays) shelf.payers.agree(shownPass, scene.pays);
  if (scene.readRefused) {
    const { pass, bucket, key, failure } = scene.readRefused;
    shelf.refused.noteReading(pass, bucket, key, { failure, at: snapshot.at });
  }
  for (const { order } of scene.works ?? []) shelf.works.start(order);
  if (scene.objectPreview) renderPreview(api, scene.objectPreview);
  else renderApp(api, shelf, scene.window ?? 'main');
  void actOut(scene.acts ?? []);
  // Later than what the screens ask for as they open.
  const { refusal } = scene;
  if (refusal) void appeared('#root > *').then(() => api.refusals.set(refusal));
  const store = shelf.of(shownPass);
  if (scene.browser) store.set(scene.browser);
  const end = () => bridge.publish(withEnded(snapshot, shownPass));
  if (scene.endsAfter) void appeared(scene.endsAfter).then(end);
  if (!scene.endsAfterListing) return;
  const away = store.subscribe(() => {
    if (!store.current().listing) return;
    away();
    end();
  });
}

/** The gallery's time stands still, so that two pictures of a state are the same. */
function standingClock(at: number): ScreenClock {
  return { now: () => at, ticked: () => at, sync: () => undefined, onTick: () => () => undefined };
}

function withEnded(snapshot: Snapshot, id: string): Snapshot {
  const passes = snapshot.passes.map((pass): PassView => {
    if (pass.id !== id) return pass;
    const { session } = pass;
    const startedAt = session.kind === 'none' ? snapshot.at : session.startedAt;
    return { ...pass, session: { kind: 'ended', startedAt, endedAt: snapshot.at } };
  });
  return { ...snapshot, revision: snapshot.revision + 1, passes };
}
