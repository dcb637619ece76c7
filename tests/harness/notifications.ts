/**
 * Owns the desktop's notification server on the desk's bus: keeps what was shown, clicks on it.
 */
import { EventEmitter, once } from 'node:events';
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
  /** Those that the app took back. */
  withdrawn(): number[];
  /** Resolves when so many were shown, or taken back. */
  until(what: 'shown' | 'withdrawn', count: number): Promise<void>;
  /** A click on the body. */
  click(id: number): void;
}

const NAME = 'org.freedesktop.Notifications';
const PATIENCE_MS = 15_000;
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
  const withdrawn: number[] = [];
  const news = new EventEmitter();
  const notify: Method = (_app, replaces, _icon, summary, body, actions, hints) => {
    const id = Number(replaces) || shown.length + 1;
    shown.push({
      id,
      summary: String(summary),
      body: String(body),
      actions: actions as string[],
      hints: fromDictionary(hints),
    });
    news.emit('news');
    return id;
  };
  const close: Method = (id) => {
    withdrawn.push(Number(id));
    news.emit('news');
  };
  const until: Notifications['until'] = async (what, count) => {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    while ((what === 'shown' ? shown : withdrawn).length < count) await once(news, 'news', { signal });
  };
  bus.serve(PATH, INTERFACE, {
    Notify: notify,
    CloseNotification: close,
    GetCapabilities: () => ['body', 'actions'],
    GetServerInformation: () => ['daypass-tests', 'tests', '1', '1.2'],
  });
  await bus.own(NAME);
  return {
    shown: () => [...shown],
    withdrawn: () => [...withdrawn],
    until,
    click: (id) => bus.signal(PATH, NAME, 'ActionInvoked', 'us', [id, 'default']),
  };
}
