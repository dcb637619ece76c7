/**
 * Owns the desktop's side of the tray: a StatusNotifierWatcher on the desk's bus, and a hand that
 * reads and clicks the item and its menu. Knows nothing of Daypass.
 */
import { createHash } from 'node:crypto';
import { type Bus, type BusMessage, fromDictionary, fromVariant, type Method, type Served } from './bus.ts';
import { type MenuItem, readMenu } from './tray-menu.ts';

export interface TrayState {
  title: string;
  status: string;
  tooltip: string;
  /** A name for the picture: equal pictures have equal names. */
  icon: string;
}

export interface Tray {
  /** Waits for the icon; again after a restart of the app. */
  appeared(): Promise<void>;
  state(): Promise<TrayState>;
  menu(): Promise<MenuItem[]>;
  /** A left click. */
  activate(): Promise<void>;
  /** Clicks the menu line whose label matches. */
  choose(label: string | RegExp): Promise<void>;
  /** Waits, on the bus's signals, until state and menu satisfy. */
  until(what: string, satisfied: (state: TrayState, menu: MenuItem[]) => boolean): Promise<TrayState>;
}

const WATCHER = 'org.kde.StatusNotifierWatcher';
const WATCHER_PATH = '/StatusNotifierWatcher';
const WATCHER_INTERFACE: Served = {
  name: WATCHER,
  methods: { RegisterStatusNotifierItem: ['s', ''], RegisterStatusNotifierHost: ['s', ''] },
  properties: {
    IsStatusNotifierHostRegistered: 'b',
    ProtocolVersion: 'i',
    RegisteredStatusNotifierItems: 'as',
  },
};
const ITEM = 'org.kde.StatusNotifierItem';
const PROPERTIES = 'org.freedesktop.DBus.Properties';
const MENU = 'com.canonical.dbusmenu';

interface Item {
  destination: string;
  path: string;
}

export async function watchTray(bus: Bus, patienceMs = 15_000): Promise<Tray> {
  let item: Item | null = null;
  const arrivals = new Set<() => void>();
  const register: Method = (name, message) => {
    const given = String(name);
    const path = given.startsWith('/') ? given : '/StatusNotifierItem';
    item = { destination: (message as BusMessage).sender, path };
    for (const tell of arrivals) tell();
  };
  bus.serve(WATCHER_PATH, WATCHER_INTERFACE, {
    RegisterStatusNotifierItem: register,
    RegisterStatusNotifierHost: () => undefined,
    IsStatusNotifierHostRegistered: true,
    ProtocolVersion: 0,
    RegisteredStatusNotifierItems: [],
  });
  bus.onSignal((message) => {
    if (message.member === 'NameOwnerChanged' && message.body?.[0] === item?.destination) item = null;
  });
  await bus.own(WATCHER);

  const here = (): Item => {
    if (item === null) throw new Error('there is no tray icon');
    return item;
  };
  const state = async () => readState(bus, here());
  const menu = async () => readMenu(bus, await menuTarget(bus, here()));

  return {
    state,
    menu,
    appeared: () =>
      item !== null
        ? Promise.resolve()
        : new Promise((resolve, reject) => {
            const late = setTimeout(() => {
              arrivals.delete(tell);
              reject(new Error(`no tray icon within ${patienceMs} ms`));
            }, patienceMs);
            const tell = () => {
              arrivals.delete(tell);
              clearTimeout(late);
              resolve();
            };
            arrivals.add(tell);
          }),
    activate: async () => {
      await bus.call({ ...here(), interface: ITEM }, 'Activate', 'ii', [10, 10]);
    },
    choose: async (label) => {
      const lines = (await menu()).flatMap((line) => [line, ...line.children]);
      const line = lines.find((one) =>
        typeof label === 'string' ? one.label === label : label.test(one.label),
      );
      if (line === undefined)
        throw new Error(`no line ${label} in: ${lines.map((one) => one.label).join(' | ')}`);
      if (!line.enabled) throw new Error(`the line ${line.label} is greyed`);
      const target = await menuTarget(bus, here());
      await bus.call(target, 'Event', 'isvu', [line.id, 'clicked', ['s', ''], 0]);
    },
    until: (what, satisfied) =>
      until(bus, patienceMs, async () => {
        if (item === null) return { tried: `${what}: no icon` };
        const [now, lines] = [await state(), await menu()];
        if (satisfied(now, lines)) return { found: now };
        return { tried: `${what}: ${JSON.stringify({ ...now, menu: lines.map((one) => one.label) })}` };
      }),
  };
}

type Try<T> = { found: T } | { tried: string };

/** Looks again after each signal of the tray; the last thing seen is in the error. */
function until<T>(bus: Bus, patienceMs: number, look: () => Promise<Try<T>>): Promise<T> {
  return new Promise((resolve, reject) => {
    let last = '';
    let looking = false;
    let again = false;
    const settle = (act: () => void) => {
      stop();
      clearTimeout(late);
      act();
    };
    const check = async () => {
      if (looking) {
        again = true;
        return;
      }
      looking = true;
      const result = await look().catch((error: Error) => ({ tried: error.message }));
      looking = false;
      if ('found' in result) return settle(() => resolve(result.found));
      last = result.tried;
      if (again) {
        again = false;
        await check();
      }
    };
    const stop = bus.onSignal((message) => {
      if ([ITEM, MENU, 'org.freedesktop.DBus'].includes(message.interface)) void check();
    });
    const late = setTimeout(() => settle(() => reject(new Error(`tray never showed ${last}`))), patienceMs);
    void check();
  });
}

async function readState(bus: Bus, item: Item): Promise<TrayState> {
  const [pairs] = await bus.call({ ...item, interface: PROPERTIES }, 'GetAll', 's', [ITEM]);
  const all = fromDictionary(pairs);
  const tip = Array.isArray(all.ToolTip) ? all.ToolTip : [];
  return {
    title: String(all.Title ?? ''),
    status: String(all.Status ?? ''),
    tooltip: [tip[2], tip[3]].filter((part) => typeof part === 'string' && part !== '').join('\n'),
    icon: pictureName(all.IconName, all.IconPixmap),
  };
}

function pictureName(name: unknown, pixmap: unknown): string {
  const hash = createHash('sha256').update(String(name ?? ''));
  for (const [width, height, bytes] of Array.isArray(pixmap) ? pixmap : []) {
    hash.update(`${width}x${height}`).update(bytes as Buffer);
  }
  return hash.digest('hex').slice(0, 16);
}

async function menuTarget(bus: Bus, item: Item) {
  const [path] = await bus.call({ ...item, interface: PROPERTIES }, 'Get', 'ss', [ITEM, 'Menu']);
  return { destination: item.destination, path: String(fromVariant(path)), interface: MENU };
}
