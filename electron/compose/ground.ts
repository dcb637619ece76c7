/** What every part of the app stands on: the clock, the log, the settings, and how an error becomes a failure. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { toFailure as failureOf } from '../lib/app-error.ts';
import { createClock } from '../lib/clock.ts';
import { createLog } from '../lib/log.ts';
import { redactText } from '../lib/redact.ts';
import { distrustOn } from '../settings/distrust.ts';
import { createManagedSource, managedFileOf } from '../settings/managed.ts';
import type { Organisation } from '../settings/schema.ts';
import { createSettings } from '../settings/service.ts';
import { runtimeRefusal, thisRuntime } from '../shell/runtime.ts';
import type { StartOptions } from '../shell/start-options.ts';
import { sweepPages } from '../signin/idp-forget.ts';

export type Ground = ReturnType<typeof layGround>;

export function layGround(options: StartOptions) {
  const root = app.getAppPath();
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 });
  const clock = createClock();
  const logFile = join(options.dataFolder, 'daypass.log');
  const log = createLog(logFile, clock.now);
  let failures = 0;
  const toFailure = (error: unknown) =>
    failureOf(error, redactText, () => `D-${clock.now().toString(36)}-${++failures}`);
  const runtime = thisRuntime();
  const refusalOf = (organisation: Organisation) =>
    runtimeRefusal(runtime, organisation, options.allowAnyRuntime);
  const managed = createManagedSource(
    options.managedFile ?? managedFileOf(process.platform),
    distrustOn(process.platform, options.managedFile !== null),
  );
  const settings = createSettings(options.dataFolder, process.platform, clock.now, managed);
  // Without a word about its settings: nobody's cookies go because a file could not be read.
  if (settings.notices().length === 0)
    sweepPages(options.dataFolder, ['demo', ...settings.organisations().map(({ id }) => id)]);
  return {
    options,
    root,
    /** A file of the build, for a process of its own. */
    built: (file: string) => join(root, 'dist', 'electron', file),
    clock,
    logFile,
    log,
    toFailure,
    runtime,
    refusalOf,
    settings,
  };
}

export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
