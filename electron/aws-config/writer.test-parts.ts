/**
 * A process that writes the config file as Daypass does, for tests with several of them and with one that dies.
 * Arguments: file, tag, profile, how often, which part of each wait is waited, and perhaps the step at which it dies.
 */
import { bringInLine } from './bring-in-line.ts';
import { createConfigFile } from './config-file.ts';
import { hasAnyMarker } from './own-section.ts';
import { profile } from './profiles.test-parts.ts';

const [path = '', tag = '', name = '', times = '1', patience = '1', dieAt] = process.argv.slice(2);
const file = createConfigFile(path, {
  platform: process.platform,
  uid: process.getuid?.() ?? null,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms * Number(patience))),
  step: (step) => {
    if (step === dieAt) process.kill(process.pid, 'SIGKILL');
  },
});

for (let n = 1; n <= Number(times); n++)
  await file.edit((bytes, missing) => {
    const wanted = [profile(name, undefined, `region-${n}`)];
    const { bytes: next, made } = bringInLine(bytes, { wanted, tag, missing });
    return { bytes: next, hasOwn: hasAnyMarker(next), made };
  });
