/**
 * Owns a real Secret Service (gnome-keyring) on the desk's bus in one of three states, with a word
 * that is known and worthless. Must only run inside a desk: it writes a keyring below XDG_DATA_HOME.
 */
import type { Bus } from './bus.ts';
import type { Desk } from './desk.ts';
import { end } from './processes.ts';

export type KeyringState = 'unlocked' | 'locked' | 'absent';

const SERVICE = 'org.freedesktop.secrets';
const WORD = 'a word for tests';
const BUS = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

interface Setting {
  start: Desk['start'];
  bus: Bus;
  state: KeyringState;
}

export async function startKeyring({ start, bus, state }: Setting): Promise<void> {
  if (state === 'absent') return;
  const opened = start('gnome-keyring-daemon', ['--unlock', '--foreground', '--components=secrets']);
  opened.stdin?.end(WORD);
  await owner(bus, true);
  await untilDefaultCollection(bus);
  if (state === 'unlocked') return;
  // The ring exists now; a second daemon that is never told the word finds it locked.
  await end(opened);
  await owner(bus, false);
  start('gnome-keyring-daemon', ['--start', '--foreground', '--components=secrets']);
  await owner(bus, true);
}

/** Resolves when somebody owns (or nobody owns any more) the Secret Service's name. */
async function owner(bus: Bus, wanted: boolean): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const check = async () => {
      const [owned] = await bus.call(BUS, 'NameHasOwner', 's', [SERVICE]);
      if (Boolean(owned) === wanted) done();
    };
    const stop = bus.onSignal((message) => {
      if (message.member === 'NameOwnerChanged' && message.body?.[0] === SERVICE) check().catch(reject);
    });
    const late = setTimeout(() => reject(new Error('gnome-keyring did not come up in 10 s')), 10_000);
    const done = () => {
      stop();
      clearTimeout(late);
      resolve();
    };
    check().catch(reject);
  });
}

async function untilDefaultCollection(bus: Bus): Promise<void> {
  const secrets = {
    destination: SERVICE,
    path: '/org/freedesktop/secrets',
    interface: 'org.freedesktop.Secret.Service',
  };
  const giveUpAt = Date.now() + 10_000;
  for (;;) {
    const [path] = await bus.call(secrets, 'ReadAlias', 's', ['default']);
    if (path !== '/') return;
    if (Date.now() > giveUpAt) throw new Error('gnome-keyring made no default keyring');
    // The name is owned before the ring is there, and no signal tells of the alias.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
