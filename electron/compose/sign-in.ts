/** Signing in by both roads, renewing without a person, reminding one, and signing out. */
import { homedir } from 'node:os';
import { net, shell } from 'electron';
import { isLoopbackHost } from '../contract/sign-in-address.ts';
import type { Network } from '../network/service.ts';
import { createReminding } from '../session/reminding.ts';
import { createRenewals } from '../session/renewals.ts';
import { createNotifier } from '../shell/notifications.ts';
import type { Windows } from '../shell/windows.ts';
import { chooseLogin } from '../signin/choose-login.ts';
import { createLoginWindows } from '../signin/login-window.ts';
import { createProgramQuestions } from '../signin/program-question.ts';
import { createSigninService } from '../signin/service.ts';
import { createSystemBrowser } from '../signin/system-browser.ts';
import { type Ground, once } from './ground.ts';
import type { LiveSessions } from './live-sessions.ts';

interface Parts extends Pick<LiveSessions, 'keychain' | 'sessions' | 'clockWatch'> {
  network: Pick<Network, 'transportOf'>;
  windows: Pick<Windows, 'signinFrame'>;
  /** The person has to act in the main window. */
  needsAttention: () => void;
  changed: () => void;
}

export function composeSignIn(ground: Ground, parts: Parts) {
  const { options, clock, log, toFailure, refusalOf, settings } = ground;
  const { keychain, sessions, clockWatch, network, windows, needsAttention, changed } = parts;
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
    (await import('../signin/sts.ts')).createStsTrade({
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
    needsAttention,
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
  const reminding = createReminding({
    settings,
    sessions,
    signin,
    renewals,
    clock,
    notifier: createNotifier({ button: 'Renew', log }),
    renew: (organisation) => signin.start(organisation),
  });
  return { programs, systemBrowser, signin, renewals, reminding };
}
