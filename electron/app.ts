/** Composition root: builds every part by hand, top to bottom; the only file that knows them all. */
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, ClipboardItem, clipboard as electronClipboard, net, powerMonitor, shell } from 'electron';
import { getOverChromium } from './accounts/get-over-chromium.ts';
import { createAccountAliases } from './accounts/service.ts';
import { nothingMore } from './activity/happening.ts';
import { createDiagnostics } from './activity/make-diagnostics.ts';
import { createActivity } from './activity/service.ts';
import { credentialProcess } from './agent/command-place.ts';
import { createAgent } from './agent/service.ts';
import { awsProfilesHere } from './aws-config/aws-profiles-here.ts';
import { createOneTimeAddresses } from './console/one-time-address.ts';
import { createConsole } from './console/service.ts';
import { isLoopbackHost } from './contract/sign-in-address.ts';
import type { Platform, Snapshot } from './contract/snapshot.ts';
import { createClipboard } from './handout/clipboard.ts';
import { systemClipboard } from './handout/system-clipboard.ts';
import { toolLines } from './handout/tool-lines.ts';
import { createImports, importFiles } from './imports/service.ts';
import { buildSnapshot } from './ipc/build-snapshot.ts';
import { askBySystemDialog, askForSharedFile, copyCredentials, createHandlers } from './ipc/handlers.ts';
import { createPublisher, type Publisher } from './ipc/publish.ts';
import { serveDoor } from './ipc/serve.ts';
import { toFailure as failureOf } from './lib/app-error.ts';
import { createClock } from './lib/clock.ts';
import { createLog } from './lib/log.ts';
import { redactText } from './lib/redact.ts';
import { answerPages } from './network/page-asks.ts';
import { createPrompts } from './network/prompts.ts';
import { createNetwork } from './network/service.ts';
import { createS3Service } from './s3/service.ts';
import { s3SessionOf } from './s3/session-of.ts';
import { createClockWatch } from './session/clock-watch.ts';
import { createReminding } from './session/reminding.ts';
import { createRenewals } from './session/renewals.ts';
import { createSessions } from './session/service.ts';
import { distrustOn } from './settings/distrust.ts';
import { createManagedSource, managedFileOf } from './settings/managed.ts';
import type { Organisation } from './settings/schema.ts';
import { createSettings } from './settings/service.ts';
import { createUiSession } from './shell/app-protocol.ts';
import { createDemoOrganisation } from './shell/demo-organisation.ts';
import { forgetEverything, removeOwnFiles } from './shell/forget-everything.ts';
import { createNotifier } from './shell/notifications.ts';
import { beforeQuit } from './shell/quit.ts';
import { runtimeRefusal, thisRuntime } from './shell/runtime.ts';
import type { StartOptions } from './shell/start-options.ts';
import { toolDoorHere } from './shell/tool-door-here.ts';
import type { TrayIcon } from './shell/tray.ts';
import { createTrayOrders } from './shell/tray-orders.ts';
import { trayView } from './shell/tray-view.ts';
import { createWindows } from './shell/windows.ts';
import { chooseLogin } from './signin/choose-login.ts';
import { forgetAllPages, forgetPages, sweepPages } from './signin/idp-forget.ts';
import { idpSessionOf, mayAskFor, organisationOfSession } from './signin/idp-session.ts';
import { createLoginWindows } from './signin/login-window.ts';
import { createProgramQuestions } from './signin/program-question.ts';
import { createSigninService } from './signin/service.ts';
import { createSignOut } from './signin/sign-out.ts';
import { createSystemBrowser } from './signin/system-browser.ts';
import { openTestChannel } from './test-channel.ts';
import { createChildKeychain } from './vault/child-keychain.ts';
import { splitLongValues } from './vault/split.ts';
import { createVault } from './vault/vault.ts';
import { wiringHere } from './wiring/wiring-here.ts';

export interface RunningApp {
  secondStart(orders: { openMain: boolean; signIn: string | null }): void;
}

/** Windows holds 2,560 bytes an entry (CredWrite, CRED_MAX_CREDENTIAL_BLOB_SIZE). */
const WINDOWS_ENTRY_BYTES = 2400;

export async function startApp(options: StartOptions, tray: TrayIcon): Promise<RunningApp> {
  const root = app.getAppPath();
  const built = (file: string) => join(root, 'dist', 'electron', file);
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 });

  const clock = createClock();
  const logFile = join(options.dataFolder, 'daypass.log');
  const log = createLog(logFile, clock.now);
  const activity = createActivity(clock.now);
  let failures = 0;
  const toFailure = (error: unknown) =>
    failureOf(error, redactText, () => `D-${clock.now().toString(36)}-${++failures}`);
  let publisher: Publisher | undefined;
  let stopTelling = () => {};
  let tellTest = () => {};
  let show: Snapshot['show'] = { seq: 0, pass: null };
  const runtime = thisRuntime();
  const refusalOf = (organisation: Organisation) =>
    runtimeRefusal(runtime, organisation, options.allowAnyRuntime);

  const managed = createManagedSource(
    options.managedFile ?? managedFileOf(process.platform),
    distrustOn(process.platform, options.managedFile !== null),
  );
  const settings = createSettings(options.dataFolder, process.platform, clock.now, managed);
  // Without a word about its settings: nobody's cookies go because a file could not be read.
  if (settings.notices().length === 0)
    sweepPages(options.dataFolder, ['demo', ...settings.organisations().map(({ id }) => id)]);
  const openDialog = { ask: askForSharedFile };
  const imports = createImports({
    files: importFiles(options.namedFiles),
    settings,
    askForFile: () => openDialog.ask(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  const awsProfiles = awsProfilesHere({
    named: options.namedFiles,
    dataFolder: options.dataFolder,
    settings,
    commandFor: (pass) => credentialProcess(agent.command().path, pass),
    toFailure,
    log,
  });
  const keychain = createChildKeychain(built('keychain.cjs'), options.keychainService);
  const index = {
    read: () => settings.state().keychainIndex,
    write: (keychainIndex: string[]) => settings.learn({ keychainIndex }),
  };
  const entries = process.platform === 'win32' ? splitLongValues(keychain, WINDOWS_ENTRY_BYTES) : keychain;
  const vault = createVault(entries, index, log);
  const clockWatch = createClockWatch({
    clock,
    remembered: {
      read: () => settings.state().clock ?? null,
      write: (error) => settings.learn({ clock: error }),
    },
    changed,
  });
  const sessions = createSessions({
    vault,
    clock,
    log,
    notifyMinutesBefore: () => settings.preferences().notifyMinutesBefore,
    changed,
  });
  const prompts = createPrompts({ changed, needsPerson: () => showMain(null) });
  answerPages({
    app,
    prompts,
    organisationOf: (page) => settings.organisation(organisationOfSession(page.session) ?? '') ?? null,
    mayAsk: (page) => mayAskFor(page.session),
  });
  const network = createNetwork({
    dataFolder: options.dataFolder,
    organisation: settings.organisation,
    sessionOf: (organisation) => idpSessionOf(organisation, log).session,
    prompts,
  });
  const aliases = createAccountAliases({
    clock,
    log,
    passes: settings.passes,
    organisation: settings.organisation,
    credentials: sessions.credentials,
    memory: {
      read: () => settings.state().accountAliases,
      write: (accountAliases) => settings.learn({ accountAliases }),
    },
    sign: async (...asked) => (await import('./accounts/sign-iam.ts')).signIamGet(...asked),
    get: getOverChromium,
    changed,
  });
  const s3 = createS3Service({
    modulePath: built('s3.cjs'),
    sessionOf: (pass) => s3SessionOf(pass, settings, sessions, network.companyPem, clock.offsetMs()),
    network,
    prompts,
    toFailure,
    tellServerTime: clockWatch.learn,
    log,
    changed,
  });
  const clipboard = createClipboard(
    systemClipboard({ clipboard: electronClipboard, ClipboardItem }, process.platform),
    clock,
    changed,
  );

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
  const console = createConsole({
    settings,
    sessions,
    clock,
    transportOf: network.transportOf,
    addresses: createOneTimeAddresses(clock),
    openInBrowser: (url) => shell.openExternal(url),
    clipboard,
    toFailure,
    showMain,
    log,
    changed,
  });
  const programs = createProgramQuestions(
    (url) => void shell.openExternal(url).catch((error: unknown) => log('program not opened', { error })),
    changed,
  );
  const openLoginWindow = createLoginWindows({
    createFrame: ({ name }) => windows.signinFrame(`Sign-in to ${name}`),
    programs,
    clock,
    log,
  });
  const systemBrowser = createSystemBrowser({
    dataFolder: options.dataFolder,
    surroundings: { platform: process.platform, env: process.env, home: homedir() },
    asRoot: process.getuid?.() === 0,
    switches: options.browserSwitches,
    clock,
    log,
  });
  // AWS's client is loaded when a sign-in begins: an idle Daypass has no use for it.
  const loadTrade = once(async () =>
    (await import('./signin/sts.ts')).createStsTrade({
      clock,
      transportOf: network.transportOf,
      tellServerTime: clockWatch.learn,
    }),
  );
  const signin = createSigninService({
    settings,
    sessions,
    openLogin: chooseLogin({ window: openLoginWindow, system: systemBrowser.open }),
    trade: async (request) => (await loadTrade())(request),
    clock,
    log,
    refusalOf,
    toFailure,
    warm: () => {
      keychain.warm();
      void loadTrade();
    },
    changed,
    needsAttention: () => showMain(null),
  });
  const renewals = createRenewals({
    settings,
    sessions,
    signin,
    clock,
    isOnline: ({ signInUrl }) => isLoopbackHost(new URL(signInUrl).hostname) || net.isOnline(),
    random: Math.random,
    log,
    changed,
  });
  const toolNotifier = createNotifier({ button: 'Sign in', log });
  const agent = createAgent({
    settings,
    sessions,
    signin,
    refusalOf,
    toFailure,
    notifier: toolNotifier,
    clock,
    log,
    version: app.getVersion(),
    door: toolDoorHere(options),
    lines: toolLines,
    console,
    openPlace: (address, pass) => {
      const live = settings.passes().find(({ id }) => sessions.credentials(id) !== null);
      showMain((pass ?? live)?.id ?? null, address);
    },
    changed,
  });
  const checkWiring = wiringHere({
    settings,
    sessions,
    profile: awsProfiles.look,
    command: () => agent.command().path,
    now: clock.now,
  });
  const reminding = createReminding({
    settings,
    sessions,
    signin,
    renewals,
    clock,
    notifier: createNotifier({ button: 'Renew', log }),
    renew: (organisation) => signin.start(organisation),
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
          s3,
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

  const quit = () => app.quit();
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
  const saveDialog = { ask: askBySystemDialog };
  const askWhereToSave = (name: string) => saveDialog.ask(name);
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
      prompts,
      clipboard,
      agent,
      console,
      imports,
      awsProfiles,
      checkWiring,
      activity,
      diagnostics,
      windows,
      dismissClockNotice: clockWatch.dismiss,
      askWhereToSave,
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
    renewals.update();
    agent.update();
    reminding.update();
    aliases.look();
    awsProfiles.update();
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
    await Promise.all([clipboard.clearIfOurs(), agent.stop()]);
  });
  app.on('before-quit', systemBrowser.endAll);
  app.on('quit', () => {
    if (isAsNew()) removeOwnFiles(options.dataFolder);
  });
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
    answerSaveDialog: (path) => {
      saveDialog.ask = async () => path;
    },
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

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function buildNothing(): never {
  throw new Error('no snapshot before the publisher');
}
