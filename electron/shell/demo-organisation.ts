/** The demo organisation as the app knows it: whether it runs, and its entry among the organisations while it does. */
import type { Snapshot } from '../contract/snapshot.ts';
import type { AppClock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { SettingsService } from '../settings/service.ts';
import { createDemo, type Demo } from './demo.ts';

export interface DemoOrganisation {
  state(): Snapshot['app']['demo'];
  /** Never rejects: a demo that does not start is a state. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Moves its clock with the app's, and, tests only, ahead of it. */
  moveClock(byMs: number): Promise<void>;
  leadClock(aheadMs: number): Promise<void>;
  spoilLists: Demo['spoilLists'];
}

interface Parts {
  modulePath: string;
  dataFolder: string;
  settings: Pick<SettingsService, 'setDemo' | 'state' | 'learn'>;
  clock: Pick<AppClock, 'movedMs'>;
  log: Log;
  changed: () => void;
}

export function createDemoOrganisation(parts: Parts): DemoOrganisation {
  const { modulePath, dataFolder, settings, clock, log, changed } = parts;
  let state: Snapshot['app']['demo'] = 'off';
  let leadMs = 0;
  const become = (next: typeof state) => {
    state = next;
    changed();
  };
  const demo = createDemo(modulePath, dataFolder, clock.movedMs, () => {
    settings.setDemo(null);
    become('failed');
  });
  return {
    state: () => state,
    async start() {
      become('starting');
      try {
        settings.setDemo(await demo.start());
        if (!settings.state().demo) settings.learn({ demo: true });
        become('on');
      } catch (error) {
        log('demo failed', { error });
        become('failed');
      }
    },
    async stop() {
      settings.setDemo(null);
      await demo.stop();
      become('off');
    },
    spoilLists: demo.spoilLists,
    moveClock: (byMs) => demo.moveClock(clock.movedMs() + leadMs + byMs),
    leadClock(aheadMs) {
      leadMs = aheadMs;
      return demo.moveClock(clock.movedMs() + leadMs);
    },
  };
}
