/**
 * Owns the desktop's notification server on the desk's bus: keeps what was shown, clicks on it.
 */
import { type Bus, fromDictionary, type Method, type Served } from './bus.ts';

export interface Shown {
  id: number;
  summary: string;
  body: string;
  actions: string[];
  hints: Record<string, unknown>;
}

export interface Notifications {
  shown(): Shown[];
  /** A click on the body. */
  click(id: number): void;
}

const NAME = 'org.freedesktop.Notifications';
const PATH = '/org/freedesktop/Notifications';
const INTERFACE: Served = {
  name: NAME,
  methods: {
    Notify: ['susssasa{sv}i', 'u'],
    CloseNotification: ['u', ''],
    GetCapabilities: ['', 'as'],
    GetServerInformation: ['', 'ssss'],
  },
  properties: {},
};

export async function serveNotifications(bus: Bus): Promise<Notifications> {
  const shown: Shown[] = [];
  const notify: Method = (_app, replaces, _icon, summary, body, actions, hints) => {
    const id = Number(replaces) || shown.length + 1;
    shown.push({
      id,
      summary: String(summary),
      body: String(body),
      actions: actions as string[],
      hints: fromDictionary(hints),
    });
    return id;
  };
  bus.serve(PATH, INTERFACE, {
    Notify: notify,
    CloseNotification: () => undefined,
    GetCapabilities: () => ['body', 'actions'],
    GetServerInformation: () => ['daypass-tests', 'tests', '1', '1.2'],
  });
  await bus.own(NAME);
  return {
    shown: () => [...shown],
    click: (id) => bus.signal(PATH, NAME, 'ActionInvoked', 'us', [id, 'default']),
  };
}
