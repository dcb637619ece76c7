/** Composition root: builds every part by hand, top to bottom; the only file that knows them all. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, clipboard as electronClipboard, powerMonitor } from 'electron';
import type { Platform, Snapshot } from './contract/snapshot.ts';
import { createClipboard } from './handout/clipboard.ts';
import { systemClipboard } from './handout/system-clipboard.ts';
import { createImports, importFiles } from './imports/service.ts';
import { buildSnapshot } from './ipc/build-snapshot.ts';
import { askBySystemDialog, askForSharedFile, copyCredentials, createHandlers } from './ipc/handlers.ts';
import { createPublisher, type Publisher } from './ipc/publish.ts';
import { serveDoor } from './ipc/serve.ts';
import { toFailure as failureOf } from './lib/app-error.ts';
import { createClock } from './lib/clock.ts';
import { createLog } from './lib/log.ts';
import { redactText } from './lib/redact.ts';
import { createS3Service } from './s3/service.ts';
import { s3SessionOf } from './s3/session-of.ts';
import { createSessions } from './session/service.ts';
import { distrustOn } from './settings/distrust.ts';
import { createManagedSource, managedFileOf } from './settings/managed.ts';
import type { Organisation } from './settings/schema.ts';
import { createSettings } from './settings/service.ts';
import { createUiSession } from './shell/app-protocol.ts';
import { createDemo } from './shell/demo.ts';
import { runtimeRefusal, thisRuntime } from './shell/runtime.ts';
import type { StartOptions } from './shell/start-options.ts';
import { createTray } from './shell/tray.ts';
import { type TrayAction, trayView } from './shell/tray-view.ts';
import { createWindows } from './shell/windows.ts';
import { createLoginWindows } from './signin/login-window.ts';
import { createSigninService } from './signin/service.ts';
import { createStsTrade } from './signin/sts.ts';
import { openTestChannel } from './test-channel.ts';
import { createChildKeychain } from './vault/child-keychain.ts';
import { splitLongValues } from './vault/split.ts';
import { createVault } from './vault/vault.ts';

export interface RunningApp {
  secondStart(orders: { openMain: boolean; signIn: string | null }): void;
}

/** Windows holds 2,560 bytes an entry (CredWrite, CRED_MAX_CREDENTIAL_BLOB_SIZE). */
const WINDOWS_ENTRY_BYTES = 2400;

export async function startApp(options: StartOptions): Promise<RunningApp> {
  const root = app.getAppPath();
  const built = (file: string) => join(root, 'dist', 'electron', file);
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 });

  const clock = createClock();
  const log = createLog(join(options.dataFolder, 'daypass.log'), clock.now);
  let failures = 0;
  const toFailure = (error: unknown) =>
    failureOf(error, redactText, () => `D-${clock.now().toString(36)}-${++failures}`);
  let publisher: Publisher | undefined;
  let stopTelling = () => {};
  let demoState: Snapshot['app']['demo'] = 'off';
  let show: Snapshot['show'] = { seq: 0, pass: null };
  const runtime = thisRuntime();
  const refusalOf = (organisation: Organisation) =>
    runtimeRefusal(runtime, organisation, options.allowAnyRuntime);

  const managed = createManagedSource(
    options.managedFile ?? managedFileOf(process.platform),
    distrustOn(process.platform, options.managedFile !== null),
  );
  const settings = createSettings(options.dataFolder, process.platform, clock.now, managed);
  const openDialog = { ask: askForSharedFile };
  const imports = createImports({
    files: importFiles(options.namedFiles),
    settings,
    askForFile: () => openDialog.ask(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  const keychain = createChildKeychain(built('keychain.cjs'), options.keychainService);
  const entryLimit = process.platform === 'win32' ? WINDOWS_ENTRY_BYTES : Number.POSITIVE_INFINITY;
  const index = {
    read: () => settings.state().keychainIndex,
    write: (keychainIndex: string[]) => settings.learn({ keychainIndex }),
  };
  const vault = createVault(splitLongValues(keychain, entryLimit), index, log);
  const sessions = createSessions({
    vault,
    clock,
    log,
    notifyMinutesBefore: () => settings.preferences().notifyMinutesBefore,
    changed,
  });
  const s3 = createS3Service({
    modulePath: built('s3.cjs'),
    sessionOf: (pass) => s3SessionOf(pass, settings, sessions, clock.offsetMs()),
    log,
    changed,
  });
  const clipboard = createClipboard(systemClipboard(electronClipboard, process.platform), clock, changed);

  const ui = createUiSession(join(root, 'dist', 'renderer'), options.devServer);
  const windows = createWindows({
    ui,
    folder: root,
    devServer: options.devServer,
    bounds: { read: () => settings.state().window, write: (window) => settings.learn({ window }) },
    opened: (window) => publisher?.add(window),
    log,
  });
  const showMain = (pass: string | null) => {
    show = { seq: show.seq + 1, pass };
    windows.closePopover();
    windows.openMain();
    changed();
  };
  const signin = createSigninService({
    settings,
    sessions,
    openLogin: createLoginWindows({
      createFrame: ({ name }) => windows.signinFrame(`Sign-in to ${name}`),
      clock,
      log,
    }),
    trade: createStsTrade(clock.now),
    clock,
    log,
    refusalOf,
    toFailure,
    warm: keychain.warm,
    changed,
    needsAttention: () => showMain(null),
  });
  const appFacts = (): Snapshot['app'] => ({
    version: app.getVersion(),
    platform: process.platform as Platform,
    runtime,
    demo: demoState,
    configured: settings.organisations().length > 0 || demoState === 'starting',
    settingsFile: settings.file,
    dataFolder: options.dataFolder,
  });
  publisher = createPublisher(
    (revision) =>
      buildSnapshot(
        {
          app: appFacts,
          show: () => show,
          now: clock.now,
          settings,
          sessions,
          signin,
          vault,
          s3,
          clipboard,
          refusalOf,
        },
        revision,
      ),
    windows.isOurs,
  );

  const demo = createDemo(built('demo.cjs'), options.dataFolder, clock.offsetMs, () => {
    demoState = 'failed';
    settings.setDemo(null);
    changed();
  });
  const startDemo = async () => {
    demoState = 'starting';
    changed();
    try {
      settings.setDemo(await demo.start());
      demoState = 'on';
      if (!settings.state().demo) settings.learn({ demo: true });
    } catch (error) {
      demoState = 'failed';
      log('demo failed', { error });
    }
    changed();
  };

  const stopDemo = () => {
    demoState = 'off';
    settings.setDemo(null);
    demo.stop();
    changed();
  };

  const tray = createTray({
    assets: join(root, 'dist', 'assets'),
    clicked: (bounds) => {
      const [only, ...more] = settings.organisations();
      const anyLive = settings.passes().some(({ id }) => sessions.credentials(id) !== null);
      if (only && more.length === 0 && !anyLive) signin.start(only.id);
      else if (!only) showMain(null);
      else windows.togglePopover(bounds);
    },
    act,
  });
  const quit = () => app.quit();
  const saveDialog = { ask: askBySystemDialog };
  const askWhereToSave = (name: string) => saveDialog.ask(name);
  serveDoor({
    handlers: createHandlers({
      settings,
      sessions,
      signin,
      s3,
      clipboard,
      imports,
      windows,
      askWhereToSave,
      startDemo,
      stopDemo,
      showMain,
      changed,
      quit,
    }),
    isOurs: windows.isOurs,
    toFailure,
    log,
  });

  function changed(): void {
    publisher?.changed();
    tellTray();
  }
  function tellTray(): void {
    if (!publisher) return;
    const view = trayView(publisher.snapshot(), clock.now());
    tray.show(view);
    stopTelling();
    stopTelling = view.staleAt === null ? () => {} : clock.alarm(view.staleAt, tellTray);
  }
  function act(action: TrayAction): void {
    if (action.kind === 'signIn') signin.start(action.organisation);
    else if (action.kind === 'copy') void copyFromTray(action.pass);
    else if (action.kind === 'browse') showMain(action.pass);
    else if (action.kind === 'signOut') void sessions.signOut(action.pass);
    else if (action.kind === 'tryDemo') void startDemo().then(() => showMain(null));
    else if (action.kind === 'quit') quit();
    else showMain(null);
  }
  async function copyFromTray(pass: string): Promise<void> {
    await copyCredentials({ settings, sessions, clipboard }, pass, settings.copyFormat()).catch(() =>
      showMain(pass),
    );
  }

  for (const event of ['resume', 'unlock-screen'] as const)
    powerMonitor.on(event as 'resume', () => clock.recheck());
  powerMonitor.on('lock-screen', () => void clipboard.clearIfOurs());
  app.on('window-all-closed', () => {
    // The tray stays.
  });
  app.on('before-quit', () => void clipboard.clearIfOurs());
  openTestChannel({
    now: clock.now,
    snapshot: () => publisher?.snapshot() ?? buildNothing(),
    moveClock: async (ms) => {
      // The demo takes whole ms only; rounded up, so that what should be due is due.
      const wholeMs = Math.ceil(ms);
      await demo.moveClock(clock.offsetMs() + wholeMs);
      clock.move(wholeMs);
      changed();
    },
    answerSaveDialog: (path) => {
      saveDialog.ask = async () => path;
    },
    answerOpenDialog: (path) => {
      openDialog.ask = async () => path;
    },
    emitPower: (event) => void powerMonitor.emit(event),
    openMain: () => showMain(null),
    togglePopover: () => windows.togglePopover({ x: 0, y: 0, width: 0, height: 0 }),
  });

  changed();
  log('started', {
    version: app.getVersion(),
    electron: runtime.electron,
    official: runtime.official,
    flavour: __FLAVOUR__,
  });
  if (options.demo || settings.state().demo) await startDemo();
  await sessions.restore(settings.passes().map(({ id }) => id));
  const begin = ({ openMain, signIn }: { openMain: boolean; signIn: string | null }, show: boolean) => {
    if (show || openMain || process.platform === 'linux') showMain(null);
    if (signIn !== null && settings.organisation(signIn)) signin.start(signIn);
  };
  begin(options, settings.organisations().length === 0);
  return { secondStart: (orders) => begin(orders, true) };
}

function buildNothing(): never {
  throw new Error('no snapshot before the publisher');
}
