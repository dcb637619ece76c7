// @ts-check
// `npm start [-- arguments]`: from a fresh clone to the running app on the demo organisation.
// On Linux without a display, or with --tour, the guided tour runs instead. --no-demo serves the settings' own
// organisations (with DAYPASS_HOME naming their folder); any other argument goes to the app.
import { runToEnd } from './lib/child.mjs';
import { buildForHere, prepare } from './lib/prepare.mjs';
import { repository } from './lib/repository.mjs';
import { sandboxSwitches } from './lib/sandbox.mjs';
import { runScript } from './lib/say.mjs';
import { readStartArguments } from './lib/start-arguments.mjs';
import { runTour } from './lib/tour.mjs';

await runScript(async () => {
  const { tour, appArguments } = readStartArguments(process.argv.slice(2), process);
  const runtime = await prepare(tour ? ['run', 'headless'] : ['run']);
  const switches = tour ? [] : sandboxSwitches(runtime.folder);
  await buildForHere();
  if (tour) return runTour(runtime);
  return runToEnd(runtime.executable, [...switches, repository, ...appArguments]);
});
