/** Starts a packaged tray app on a desk and ends it: the shipping Daypass without a demo, and the bare peer. */
import type { ChildProcess } from 'node:child_process';
import { writeHome } from '../tests/harness/corp.ts';
import { openDesk } from '../tests/harness/desk.ts';
import { end } from '../tests/harness/processes.ts';
import { packagedApp } from '../tests/harness/stage.ts';
import { type Tray, watchTray } from '../tests/harness/tray.ts';

export interface Started {
  child: ChildProcess;
  /** From spawn to the icon's registration on the bus, ms. */
  launchMs: number;
  end(): Promise<void>;
}

export interface Rivals {
  daypass(args?: readonly string[]): Promise<Started>;
  peer(): Promise<Started>;
  dispose(): Promise<void>;
}

/** One organisation, as on a person's machine; nobody signs in to it. */
const settings = {
  version: 1,
  organisations: [
    { id: 'corp', name: 'Corp', signInUrl: 'https://idp.corp.example/sso', region: 'eu-west-1' },
  ],
};

export async function openRivals(): Promise<Rivals> {
  const desk = await openDesk();
  const tray = await watchTray(desk.bus);
  const home = await writeHome(desk, settings);
  const peer = process.env.DAYPASS_PACKAGED_PEER;
  if (!peer) throw new Error('DAYPASS_PACKAGED_PEER is not set: run `npm run bench`');
  const start = async (executable: string, args: readonly string[]): Promise<Started> => {
    const spawnedAt = performance.now();
    const child = desk.start(executable, args, {
      env: { DAYPASS_HOME: home },
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    await tray.appeared();
    const launchMs = performance.now() - spawnedAt;
    return {
      child,
      launchMs,
      end: async () => {
        await end(child);
        await gone(tray);
      },
    };
  };
  return {
    daypass: (args = []) => start(packagedApp('shipping').runtime, args),
    peer: () => start(peer, []),
    dispose: () => desk.dispose(),
  };
}

/** Until the bus has told that the icon's owner left; else the next start would find the old icon. */
async function gone(tray: Tray): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const there = await tray.state().then(
      () => true,
      () => false,
    );
    if (!there) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the icon did not go');
}
