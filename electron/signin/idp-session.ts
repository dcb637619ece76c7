/**
 * The browser session of one organisation's sign-in pages: everything denied, every request looked at once.
 * The only module that may set handlers on it (Electron keeps just the last listener).
 */
import { type Session, session } from 'electron';
import { isLoopbackHost } from '../contract/sign-in-address.ts';
import type { Log } from '../lib/log.ts';
import type { SeenRequest } from './capture.ts';
import { partitionOf } from './idp-forget.ts';
import { isCaptureUrl } from './partition.ts';

export interface IdpSession {
  session: Session;
  /** Who is told of posts to AWS and of refused addresses; one sign-in at a time, null when none runs. */
  watcher: Watcher | null;
}

export interface Watcher {
  /** Whether a person is there: nothing may be asked of anybody while it is false. */
  attended(): boolean;
  capture: readonly string[];
  /** Whether a page belongs to the sign-in: its own, or a window it opened. */
  owns(webContentsId: number): boolean;
  /** `initiator`: origin of the page that posted, where the request itself tells it. */
  onCapture(request: SeenRequest, webContentsId: number, initiator: string | undefined): void;
  onInsecure(url: URL): void;
}

const sessions = new Map<string, IdpSession>();

export function idpSessionOf(organisation: string, log: Log): IdpSession {
  const known = sessions.get(organisation);
  if (known) return known;
  const idp: IdpSession = { session: session.fromPartition(partitionOf(organisation)), watcher: null };
  sessions.set(organisation, idp);
  deny(idp.session);
  watch(idp, log);
  return idp;
}

/** Whose session this is, popups and our own calls in it included. */
export function organisationOfSession(target: Session): string | null {
  for (const [organisation, idp] of sessions) if (idp.session === target) return organisation;
  return null;
}

/** Whether somebody may be asked for what the pages of this session want: not while a renewal runs by itself. */
export function mayAskFor(target: Session): boolean {
  for (const idp of sessions.values()) if (idp.session === target) return idp.watcher?.attended() ?? true;
  return false;
}

/** SECURITY: Electron grants what nobody denies, and needs both handlers to deny all. */
function deny(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  target.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  target.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  target.on('will-download', (event) => event.preventDefault());
  for (const event of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const) {
    target.on(event as 'select-hid-device', (asked) => asked.preventDefault());
  }
  // Companies refuse unknown browsers by name; we leave our own name out and claim no other.
  target.setUserAgent(target.getUserAgent().replace(/ (?:daypass|electron)\/\S+/gi, ''));
}

function watch(idp: IdpSession, log: Log): void {
  idp.session.webRequest.onBeforeRequest((details, answer) => {
    const url = new URL(details.url);
    if (isCaptureUrl(details.url, idp.watcher?.capture)) {
      // SECURITY: an answer for AWS never leaves, whoever sends it and however.
      answer({ cancel: true });
      log('answer to AWS seen', { method: details.method, resourceType: details.resourceType });
      const { method, resourceType, uploadData = [], webContentsId } = details;
      const { initiatorOrigin } = details as { initiatorOrigin?: string };
      if (webContentsId !== undefined && idp.watcher?.owns(webContentsId))
        idp.watcher.onCapture({ method, resourceType, uploadData }, webContentsId, initiatorOrigin);
      return;
    }
    const secure = isSecure(url);
    answer({ cancel: !secure });
    if (!secure && details.resourceType === 'mainFrame') idp.watcher?.onInsecure(url);
  });
}

/** https and what a page makes itself; plain http and ws on loopback literals only. */
export function isSecure(url: URL): boolean {
  if (['https:', 'wss:', 'data:', 'blob:', 'devtools:'].includes(url.protocol)) return true;
  return (url.protocol === 'http:' || url.protocol === 'ws:') && isLoopbackHost(url.hostname);
}
