/**
 * The AWS console of a pass: opened in the person's browser, copied, or given as an address. Keeps no address and no
 * token; nobody but the browser, the clipboard and who asked by `link` gets one.
 */
import type { ConsolePlace } from '../contract/console-place.ts';
import type { NoticeView } from '../contract/snapshot.ts';
import type { Clipboard } from '../handout/clipboard.ts';
import { AppError } from '../lib/app-error.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { HttpTransport } from '../network/transport.ts';
import type { Sessions } from '../session/service.ts';
import type { SettingsService } from '../settings/service.ts';
import { federationEndpoint, parseRoleArn } from '../signin/partition.ts';
import { askForToken } from './federation.ts';
import { consoleSeconds, destinationOf, endingFirst, isSigninPlace, loginUrl } from './link.ts';
import type { OneTimeAddresses } from './one-time-address.ts';

export interface Console {
  /** Resolves when the browser was told. A second order for the same while the first is on its way is that one. */
  open(pass: string, place?: ConsolePlace, options?: LinkOptions): Promise<void>;
  /** For orders from where no answer is seen: a failure becomes a notice. */
  openUnseen(pass: string): Promise<void>;
  /** Cleared like credentials. */
  copy(pass: string, place?: ConsolePlace): Promise<{ clearsAt: number }>;
  /** SECURITY: as good as the session itself for 15 minutes. */
  link(pass: string, place?: ConsolePlace, options?: LinkOptions): Promise<string>;
  notices(): readonly NoticeView[];
  dismissNotice(id: string): void;
}

export interface LinkOptions {
  /** The browser leaves the console session that it may have first. */
  endFirst?: boolean;
}

export interface ConsoleParts {
  settings: Pick<SettingsService, 'pass' | 'organisation' | 'preferences'>;
  sessions: Pick<Sessions, 'credentials'>;
  clock: Pick<Clock, 'now'>;
  transportOf: (organisation: string) => HttpTransport;
  addresses: OneTimeAddresses;
  /** The system's opener. */
  openInBrowser: (url: string) => Promise<void>;
  clipboard: Pick<Clipboard, 'copyCredentials'>;
  toFailure: (error: unknown) => NoticeView['failure'];
  showMain: (pass: string) => void;
  log: Log;
  changed: () => void;
}

const HOME: ConsolePlace = { kind: 'home' };
const NOTICE = 'console-not-opened';
/** What is over need not lie on a clipboard. */
const LINK_SECONDS = 900;

export function createConsole(parts: ConsoleParts): Console {
  const { settings, clock, clipboard, changed } = parts;
  const opening = new Map<string, Promise<void>>();
  let notice: NoticeView | null = null;
  const say = (next: NoticeView | null) => {
    if (notice === next) return;
    notice = next;
    changed();
  };

  async function link(passId: string, place = HOME, { endFirst = false }: LinkOptions = {}): Promise<string> {
    const { pass, role, credentials, named } = sessionOf(passId, parts);
    const endpoint = named ?? federationEndpoint(role.partition, pass.region);
    if (!isSigninPlace(endpoint, role.partition, named)) throw new Error('no place for a session');
    const transport = parts.transportOf(pass.organisation);
    try {
      const token = await askForToken(transport, {
        endpoint,
        session: credentials,
        durationSeconds: consoleSeconds(credentials.expiresAt - clock.now(), pass.thenAssume !== undefined),
      });
      const login = loginUrl(endpoint, token, destinationOf(role.partition, pass.region, place));
      return endFirst ? endingFirst(login) : login;
    } finally {
      transport.close();
    }
  }

  async function openNow(passId: string, place: ConsolePlace, options: LinkOptions): Promise<void> {
    const url = await link(passId, place, options);
    const { came } = await hand(url).catch((error: unknown) => {
      throw new AppError(NOTICE, { cause: error });
    });
    parts.log('console opened', { pass: passId, place: place.kind });
    say(null);
    void came.then((did) => did || say({ id: NOTICE, failure: { code: NOTICE, retry: 'now' } }));
  }

  async function hand(url: string) {
    const once = await parts.addresses.leadTo(url);
    await parts.openInBrowser(once.address);
    return once;
  }

  function open(passId: string, place = HOME, options: LinkOptions = {}): Promise<void> {
    const asked = JSON.stringify([passId, place, options.endFirst ?? false]);
    const running =
      opening.get(asked) ?? openNow(passId, place, options).finally(() => void opening.delete(asked));
    opening.set(asked, running);
    return running;
  }

  return {
    link,
    open,
    async openUnseen(passId) {
      try {
        await open(passId);
      } catch (error) {
        const failure = parts.toFailure(error);
        parts.log('console not opened', { pass: passId, code: failure.code, error });
        // A pass without a session says so itself.
        if (failure.code !== 'no-session') say({ id: NOTICE, failure });
        parts.showMain(passId);
      }
    },
    async copy(passId, place) {
      const url = await link(passId, place);
      const seconds = Math.min(settings.preferences().clipboardClearSeconds, LINK_SECONDS);
      return clipboard.copyCredentials(passId, 'consoleLink', url, seconds);
    },
    notices: () => (notice ? [notice] : []),
    dismissNotice: (id) => {
      if (id === NOTICE) say(null);
    },
  };
}

function sessionOf(passId: string, { settings, sessions }: ConsoleParts) {
  const pass = settings.pass(passId);
  const credentials = sessions.credentials(passId);
  const role = pass && parseRoleArn(pass.thenAssume?.roleArn ?? pass.roleArn);
  if (!pass || !role || !credentials) throw new AppError('no-session', { retry: 'afterSignIn' });
  const named = settings.organisation(pass.organisation)?.endpoints?.console;
  return { pass, role, credentials, named };
}
