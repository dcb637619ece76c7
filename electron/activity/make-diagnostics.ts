/** Gathers the facts for the diagnostics, and keeps the text that was read last, so that just that is copied. */
import { arch, release, type } from 'node:os';
import type { Snapshot } from '../contract/snapshot.ts';
import { readLogTail } from '../lib/log-tail.ts';
import type { SettingsService } from '../settings/service.ts';
import { diagnosticsText } from './diagnostics.ts';
import type { Activity } from './service.ts';

export interface Diagnostics {
  read(): string;
  /** What was read last; made now when nothing was. */
  lastRead(): string;
}

interface Parts {
  snapshot: () => Snapshot;
  settings: SettingsService;
  activity: Activity;
  logFile: string;
  home: string;
}

const MOST_LOG_LINES = 80;
const MOST_ACTIVITIES = 60;

export function createDiagnostics({ snapshot, settings, activity, logFile, home }: Parts): Diagnostics {
  let last: string | null = null;
  const read = () => {
    const desktop = process.env.XDG_CURRENT_DESKTOP ?? '';
    last = diagnosticsText({
      snapshot: snapshot(),
      organisations: settings.organisations(),
      activities: activity.view().newest.slice(0, MOST_ACTIVITIES),
      logLines: readLogTail(logFile, MOST_LOG_LINES),
      versions: process.versions,
      system: [type(), release(), arch(), desktop].filter(Boolean).join(' '),
      home,
    });
    return last;
  };
  return { read, lastRead: () => last ?? read() };
}
