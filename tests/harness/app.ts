/**
 * Owns one running Daypass on a desk: starts it under Playwright, finds its pages, reaches the test
 * channel of the test flavour, ends it in both ways. Knows no screen's content.
 */
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { ListFaultPlan } from '../../demo/messages.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { Desk } from './desk.ts';
import { pageAt } from './pages.ts';
import { ended } from './processes.ts';
import { builtApp, type Stage, sandboxed } from './stage.ts';

/** What the test flavour (and only that) puts on `globalThis.daypassTest` in its main process. */
export interface TestChannel {
  moveClock(ms: number): Promise<void>;
  leadDemoClock(ms: number): Promise<void>;
  spoilLists(plan: ListFaultPlan | null): Promise<number>;
  now(): number;
  answerSaveDialog(path: string | null): void;
  answerOpenDialog(path: string | null): void;
  answerFileDialogs(paths: string[]): void;
  answerQuitDialog(quit: boolean): void;
  questions(): string[];
  snapshot(): Snapshot;
  emitPower(event: string): void;
}

export interface AppOptions {
  demo?: boolean;
  args?: string[];
  env?: Record<string, string>;
  /** Another app than the built one. */
  stage?: Stage;
}

export interface RunningApp {
  electron: ElectronApplication;
  /** Data folder (`DAYPASS_HOME`). */
  home: string;
  /** Everything the app has said on stdout and stderr so far. */
  output(): string;
  main(): Promise<Page>;
  popover(): Promise<Page>;
  /** Our frame around the identity provider's page. */
  signinFrame(): Promise<Page>;
  /** The identity provider's own page. */
  login(): Promise<Page>;
  /** Resolves once the window around it is on the screen. */
  signinIsShown(): Promise<void>;
  control: {
    moveClock(ms: number): Promise<void>;
    leadDemoClock(ms: number): Promise<void>;
    /** Answers how many lists the plan before has spoiled. */
    spoilLists(plan: ListFaultPlan | null): Promise<number>;
    now(): Promise<number>;
    answerSaveDialog(path: string | null): Promise<void>;
    answerOpenDialog(path: string | null): Promise<void>;
    answerFileDialogs(paths: string[]): Promise<void>;
    answerQuitDialog(quit: boolean): Promise<void>;
    /** That were asked and answered so. */
    questions(): Promise<string[]>;
    snapshot(): Promise<Snapshot>;
    emitPower(event: string): Promise<void>;
  };
  /** Looks at main's snapshot until it satisfies. */
  untilSnapshot(what: string, satisfied: (snapshot: Snapshot) => boolean): Promise<Snapshot>;
  kill9(): Promise<void>;
  quit(): Promise<void>;
}

/** A missed catch must not be able to post an assertion anywhere: no name but loopback resolves. */
export const OFFLINE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

const MAIN = /^app:\/\/daypass\/index\.html#main/;
const POPOVER = /^app:\/\/daypass\/index\.html#popover/;
const FRAME = /^app:\/\/daypass\/index\.html#signin/;
const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost)[:/]/;

export async function launch(desk: Desk, options: AppOptions = {}): Promise<RunningApp> {
  const { runtime, app } = options.stage ?? builtApp();
  const home = options.env?.DAYPASS_HOME ?? (await desk.makeFolder('daypass'));
  const folder = app === null ? [] : [app];
  const electron = await _electron.launch({
    executablePath: desk.launcher(runtime),
    args: [OFFLINE, ...folder, ...(options.demo === false ? [] : ['--demo']), ...(options.args ?? [])],
    env: { ...desk.env, DAYPASS_HOME: home, ...options.env },
    cwd: desk.env.HOME ?? desk.folder,
    chromiumSandbox: sandboxed(),
    timeout: 30_000,
  });
  const running = handles(electron, home);
  desk.before(() => running.kill9());
  return running;
}

function handles(electron: ElectronApplication, home: string): RunningApp {
  const child = electron.process();
  let said = '';
  const listen = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  const control = channel(electron);
  return {
    electron,
    home,
    output: () => said,
    main: () => pageAt(electron, MAIN),
    popover: () => pageAt(electron, POPOVER),
    signinFrame: () => pageAt(electron, FRAME),
    login: () => pageAt(electron, LOOPBACK),
    signinIsShown: () =>
      electron.evaluate(async ({ BrowserWindow }) => {
        const frame = BrowserWindow.getAllWindows().find((window) =>
          window.getTitle().startsWith('Sign-in to '),
        );
        if (!frame) throw new Error('no sign-in window is open');
        if (!frame.isVisible()) await new Promise<void>((shown) => frame.once('show', () => shown()));
      }),
    control,
    untilSnapshot: (what, satisfied) => untilSnapshot(control.snapshot, what, satisfied),
    kill9: async () => {
      child.kill('SIGKILL');
      await ended(child);
    },
    quit: async () => {
      await electron.evaluate(({ app }) => setImmediate(() => app.quit())).catch(() => undefined);
      await ended(child);
    },
  };
}

function channel(electron: ElectronApplication): RunningApp['control'] {
  const send = (name: keyof TestChannel, value?: unknown): Promise<unknown> =>
    electron.evaluate(
      (_electronModule, order) => {
        const { daypassTest } = globalThis as unknown as {
          daypassTest: Record<string, (value: unknown) => unknown>;
        };
        return daypassTest[order.name]?.(order.value);
      },
      { name, value },
    );
  /** The inspector may lose an answer to the garbage collection of main; reading again changes nothing there. */
  const read = (name: 'now' | 'snapshot' | 'questions'): Promise<unknown> =>
    send(name).catch((error: unknown) => {
      if (!String(error).includes('garbage collected')) throw error;
      return read(name);
    });
  return {
    moveClock: async (ms) => void (await send('moveClock', ms)),
    leadDemoClock: async (ms) => void (await send('leadDemoClock', ms)),
    spoilLists: async (plan) => Number(await send('spoilLists', plan)),
    now: async () => Number(await read('now')),
    answerSaveDialog: async (path) => void (await send('answerSaveDialog', path)),
    answerFileDialogs: async (paths) => void (await send('answerFileDialogs', paths)),
    answerQuitDialog: async (quit) => void (await send('answerQuitDialog', quit)),
    questions: async () => (await read('questions')) as string[],
    answerOpenDialog: async (path) => void (await send('answerOpenDialog', path)),
    snapshot: async () => (await read('snapshot')) as Snapshot,
    emitPower: async (event) => void (await send('emitPower', event)),
  };
}

async function untilSnapshot(
  read: () => Promise<Snapshot>,
  what: string,
  satisfied: (snapshot: Snapshot) => boolean,
): Promise<Snapshot> {
  const giveUpAt = Date.now() + 30_000;
  for (;;) {
    const snapshot = await read();
    if (satisfied(snapshot)) return snapshot;
    if (Date.now() > giveUpAt)
      throw new Error(`the snapshot never showed ${what}: ${JSON.stringify(snapshot)}`);
    // The snapshot is asked for across a process border: between two looks the other side may work.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
