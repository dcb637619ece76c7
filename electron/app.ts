/** Composition root: builds the app by hand, top to bottom, with `compose/`; they alone know all the parts. */
import { join } from 'node:path';
import { app, Menu, powerMonitor } from 'electron';
import { nothingMore } from './activity/happening.ts';
import { createDiagnostics } from './activity/make-diagnostics.ts';
import { observeTransfer } from './activity/observe-transfer.ts';
import { createActivity } from './activity/service.ts';
import { layGround, once } from './compose/ground.ts';
import { composeHandOut } from './compose/hand-out.ts';
import { composeSessions } from './compose/live-sessions.ts';
import { composeOutside } from './compose/outside.ts';
import { composeSignIn } from './compose/sign-in.ts';
import type { Platform, Snapshot } from './contract/snapshot.ts';
import { createImports, importFiles } from './imports/service.ts';
import { buildSnapshot } from './ipc/build-snapshot.ts';
import { hearDrops } from './ipc/drops.ts';
import { askForSharedFile, copyCredentials, createHandlers } from './ipc/handlers.ts';
import { createPublisher, type Publisher } from './ipc/publish.ts';
import { serveDoor } from './ipc/serve.ts';
import { systemFileDialogs } from './ipc/transfer-handlers.ts';
import { monotonicMs } from './lib/clock.ts';
import { createLinks } from './links/service.ts';
import { createUiSession } from './shell/app-protocol.ts';
import { askBySystemMessage, createAskedQuit } from './shell/ask-quit.ts';
import { createDemoOrganisation } from './shell/demo-organisation.ts';
import { forgetEverything, removeOwnFiles } from './shell/forget-everything.ts';
import { macMenu } from './shell/mac-menu.ts';
import { createNotifier } from './shell/notifications.ts';
import { beforeQuit } from './shell/quit.ts';
import type { StartOptions } from './shell/start-options.ts';
import type { TrayIcon } from './shell/tray.ts';
import { createTrayOrders } from './shell/tray-orders.ts';
import { trayView } from './shell/tray-view.ts';
import { createWindows } from './shell/windows.ts';
import { forgetAllPages, forgetPages } from './signin/idp-forget.ts';
import { createSignOut } from './signin/sign-out.ts';
import { openTestChannel } from './test-channel.ts';
import { createEndNotice } from './transfer/end-notice.ts';
import { taskbarOf } from './transfer/taskbar.ts';

export interface RunningApp {
  secondStart(orders: { openMain: boolean; signIn: string | null }): void;
}

export async function startApp(options: StartOptions, tray: TrayIcon): Promise<RunningApp> {
  const ground = layGround(options);
  const { root, built, clock, logFile, log, toFailure, runtime, refusalOf, settings } = ground;
  const activity = createActivity(clock.now);
  let publisher: Publisher | undefined;
  let stopTelling = () => {};
  let tellTest = () => {};
  let show: Snapshot['show'] = { seq: 0, pass: null };

  const openDialog = { ask: askForSharedFile };
  const imports = createImports({
    files: importFiles(options.namedFiles),
    settings,
    askForFile: () => openDialog.ask(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  const { keychain, vault, clockWatch, sessions } = composeSessions(ground, changed);
  const { prompts, network, aliases, s3, transfers, lookForSessions } = composeOutside(ground, {
    sessions,
    clockWatch,
    changed,
    needsPerson: () => showMain(null),
    sessionWanted: (pass) => renewSilently(pass),
    transferHappened: (before, after) => {
      for (const happening of observeTransfer(before, after, publisher?.snapshot() ?? buildNothing()))
        activity.note(happening);
    },
  });

  // Made with the first window: a browser session costs memory, and a hidden Daypass may never need one.
  const ui = once(() => createUiSession(join(root, 'dist', 'renderer'), options.devServer));
  const windows = createWindows({
    ui,
    folder: root,
    devServer: options.devServer,
    bounds: { read: () => settings.state().window, write: (window) => settings.learn({ window }) },
    opened: (window) => publisher?.add(window),
    log,
  });
  const showMain = (pass: string | null, address?: string) => {
    show = { seq: show.seq + 1, pass, ...(address !== undefined && { address }) };
    windows.closePopover();
    windows.openMain();
    changed();
  };
  const { programs, systemBrowser, signin, renewals, reminding } = composeSignIn(ground, {
    keychain,
    sessions,
    clockWatch,
    network,
    windows,
    needsAttention: () => showMain(null),
    changed,
  });
  const { clipboard, console, agent, awsProfiles, checkWiring } = composeHandOut(ground, {
    sessions,
    signin,
    network,
    showMain,
    changed,
  });
  const appFacts = (): Snapshot['app'] => ({
    version: app.getVersion(),
    platform: process.platform as Platform,
    runtime,
    demo: demo.state(),
    configured: settings.organisations().length > 0 || demo.state() === 'starting',
    settingsFile: settings.file,
    dataFolder: options.dataFolder,
    clipboardHistory: clipboard.history,
  });
  const notifier = createNotifier({ button: 'Show', log });
  const tellEnds = createEndNotice({
    watched: () => windows.main()?.isFocused() ?? false,
    show: (notice) => notifier.show('transfers', notice, () => showMain(null)),
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
          renewals,
          programs,
          vault,
          transfers,
          prompts,
          clipboard,
          agent,
          console,
          refusalOf,
          clockNotice: clockWatch.notice,
          activity: activity.view,
        },
        revision,
      ),
    windows.isOurs,
  );

  const demo = createDemoOrganisation({
    modulePath: built('demo.cjs'),
    dataFolder: options.dataFolder,
    settings,
    clock,
    log,
    changed,
  });
  const signOut = createSignOut({
    settings,
    sessions,
    signin,
    clipboard,
    forgetPages: async (organisation) => {
      await Promise.all([forgetPages(organisation), systemBrowser.forget(organisation)]);
    },
  });
  let forgot = false;
  const isAsNew = () => forgot && settings.organisations().length === 0;
  const forget = async () => {
    log('forget everything');
    await forgetEverything({
      dataFolder: options.dataFolder,
      removeAwsProfiles: awsProfiles.removeAll,
      signOutAll: async () => {
        await signOut.all();
        await clipboard.clearIfOurs();
      },
      vault,
      forgetAllPages: async () => {
        await Promise.all([forgetAllPages(options.dataFolder), systemBrowser.forgetAll()]);
      },
      endHelpers: async () => {
        s3.forget();
        await demo.stop();
      },
      forgetCommand: agent.forget,
      forgetSettings: settings.forget,
    });
    forgot = true;
    showMain(null);
  };

  const quitDialog = { ask: askBySystemMessage };
  const quit = createAskedQuit({
    underWay: transfers.underWay,
    ask: (question) => quitDialog.ask(question),
    quit: () => app.quit(),
  });
  if (process.platform === 'darwin')
    Menu.setApplicationMenu(Menu.buildFromTemplate(macMenu(app.getName(), quit)));
  tray.connect(
    createTrayOrders({
      settings,
      sessions,
      signin,
      signOut,
      copy: (pass) => copyCredentials({ settings, sessions, clipboard, agent }, pass, settings.copyFormat()),
      openConsole: console.openUnseen,
      startDemo: demo.start,
      showMain,
      togglePopover: windows.togglePopover,
      quit,
    }),
  );
  const diagnostics = createDiagnostics({
    snapshot: () => publisher?.snapshot() ?? buildNothing(),
    settings,
    activity,
    logFile,
    home: app.getPath('home'),
  });
  const fileDialogs = { ...systemFileDialogs };
  serveDoor({
    handlers: createHandlers({
      settings,
      sessions,
      signin,
      renewals,
      programs,
      signOut,
      forgetEverything: forget,
      s3,
      transfers,
      fileDialogs,
      drops: hearDrops({ isOurs: windows.isOurs, nowMs: monotonicMs, log }),
      prompts,
      clipboard,
      agent,
      console,
      links: createLinks({ presign: s3.presign, settings, clipboard, note: activity.note, clock }),
      imports,
      awsProfiles,
      checkWiring,
      activity,
      diagnostics,
      windows,
      dismissClockNotice: clockWatch.dismiss,
      startDemo: demo.start,
      stopDemo: demo.stop,
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
    if (publisher && activity.look(publisher.snapshot())) publisher.changed();
    tellTray();
    tellTest();
    if (!publisher) return;
    sessions.update();
    transfers.update();
    renewals.update();
    agent.update();
    lookForSessions();
    reminding.update();
    aliases.look();
    awsProfiles.update();
    tellOfTransfers();
  }
  /** For what waits; nobody is asked anything, and what a person signed out of stays so. */
  function renewSilently(pass: string): void {
    const organisation = settings.pass(pass)?.organisation;
    if (organisation === undefined || settings.preferences().renew !== 'silent') return;
    if (!sessions.signedOut(pass)) void signin.renew(organisation, [pass]).catch(() => undefined);
  }
  function tellOfTransfers(): void {
    const views = transfers.views();
    tellEnds(views);
    const { value, mode } = taskbarOf(views);
    windows.showProgress(value, mode);
  }
  function tellTray(): void {
    if (!publisher) return;
    const view = trayView(publisher.snapshot(), clock.now());
    tray.show(view);
    stopTelling();
    stopTelling = view.staleAt === null ? () => {} : clock.alarm(view.staleAt, tellTray);
  }
  for (const event of ['resume', 'unlock-screen'] as const)
    powerMonitor.on(event as 'resume', () => clock.recheck());
  powerMonitor.on('suspend', () => signin.cancelRenewals());
  powerMonitor.on('lock-screen', () => void clipboard.clearIfOurs());
  app.on('window-all-closed', () => {
    // The tray stays.
  });
  beforeQuit(app, async () => {
    await Promise.all([clipboard.clearIfOurs(), agent.stop(), transfers.leave()]);
  });
  app.on('before-quit', systemBrowser.endAll);
  app.on('quit', () => {
    if (isAsNew()) removeOwnFiles(options.dataFolder);
  });
  const asked: string[] = [];
  openTestChannel({
    now: clock.now,
    snapshot: () => publisher?.snapshot() ?? buildNothing(),
    moveClock: async (ms) => {
      // The demo takes whole ms only; rounded up, so that what should be due is due.
      const wholeMs = Math.ceil(ms);
      await demo.moveClock(wholeMs);
      clock.move(wholeMs);
      changed();
    },
    leadDemoClock: (ms) => demo.leadClock(Math.ceil(ms)),
    spoilLists: demo.spoilLists,
    answerSaveDialog: (path) => {
      fileDialogs.file = async () => path;
    },
    answerFileDialogs: (paths) => {
      fileDialogs.sources = async () => paths;
      fileDialogs.folder = async () => paths[0] ?? null;
    },
    answerQuitDialog: (quit) => {
      quitDialog.ask = async (question) => {
        asked.push(question.message);
        return quit;
      };
    },
    questions: () => asked,
    answerOpenDialog: (path) => {
      openDialog.ask = async () => path;
    },
    onChange: (told) => {
      tellTest = told;
    },
    emitPower: (event) => void powerMonitor.emit(event),
    openMain: () => showMain(null),
    togglePopover: () => windows.togglePopover({ x: 0, y: 0, width: 0, height: 0 }),
  });

  changed();
  transfers.goOn();
  activity.note({ ...nothingMore, kind: 'appStarted', detail: app.getVersion() });
  log('started', {
    version: app.getVersion(),
    electron: runtime.electron,
    official: runtime.official,
    flavour: __FLAVOUR__,
  });
  if (options.demo || settings.state().demo) await demo.start();
  await sessions.restore(settings.passes().map(({ id }) => id));
  await agent.start();
  const begin = ({ openMain, signIn }: { openMain: boolean; signIn: string | null }, show: boolean) => {
    if (show || openMain) showMain(null);
    if (signIn !== null && settings.organisation(signIn)) signin.start(signIn);
  };
  begin(options, !options.hidden && (process.platform === 'linux' || settings.organisations().length === 0));
  return { secondStart: (orders) => begin(orders, true) };
}

function buildNothing(): never {
  throw new Error('no snapshot before the publisher');
}
