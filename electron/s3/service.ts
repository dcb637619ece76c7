/**
 * Main's side of the S3 process: starts it on demand, hands it ports and sessions. Main itself is not on the road of listings.
 */
import {
  MessageChannelMain,
  type MessagePortMain,
  type UtilityProcess,
  utilityProcess,
  type WebContents,
} from 'electron';
import { s3PortMessage } from '../contract/bridge.ts';
import type { LinkWish } from '../contract/link.ts';
import type { Log } from '../lib/log.ts';
import type { TellServerTime } from '../lib/server-time.ts';
import { type AnswerParts, answersOfMain } from './answer-process.ts';
import { FromS3Process, type ToS3Process } from './messages.ts';
import { createPendingLinks, type SignedLink } from './pending-links.ts';
import { createPortHanding } from './port-handing.ts';

export interface S3Service {
  /** Hands a fresh pair of ports to the S3 process and, once it took its own, to this page; resolves then. */
  connect(page: WebContents): Promise<void>;
  /** Rejects with what `presign` in the S3 process throws. */
  presign(wish: LinkWish): Promise<SignedLink>;
  /** Ends the process, and with it every session it holds. */
  forget(): void;
}

interface Parts extends AnswerParts {
  modulePath: string;
  tellServerTime: TellServerTime;
  log: Log;
}

export function createS3Service(parts: Parts): S3Service {
  const { modulePath, log } = parts;
  let child: UtilityProcess | undefined;
  const answer = answersOfMain(parts);
  const onMessage = (data: unknown) => {
    const parsed = FromS3Process.safeParse(data);
    if (!parsed.success) return log('s3 process said something unknown');
    const message = parsed.data;
    if (message.kind === 'presigned' || message.kind === 'notPresigned') return links.take(message);
    if (message.kind === 'serverTime') return parts.tellServerTime(message);
    if (message.kind === 'took') return ports.took();
    const asker = child;
    void answer(message).then((said) => {
      // It may have ended meanwhile, and is not begun anew to be told.
      if (asker === child) asker?.postMessage(said);
    });
  };
  const onExit = (code: number) => {
    child = undefined;
    links.died();
    ports.ended();
    if (code !== 0) log('s3 process ended', { code });
  };
  const start = (): UtilityProcess => {
    if (child) return child;
    const started = utilityProcess.fork(modulePath, [], { serviceName: 'Daypass S3', stdio: 'ignore' });
    started.on('message', (data) => {
      if (child === started) onMessage(data);
    });
    started.on('exit', (code) => {
      if (child === started) onExit(code);
    });
    child = started;
    return started;
  };
  const tell = (message: ToS3Process) => start().postMessage(message);
  const links = createPendingLinks(tell);
  const ports = createPortHanding<WebContents, MessagePortMain>({
    hand() {
      const { port1, port2 } = new MessageChannelMain();
      start().postMessage({ kind: 'port' } satisfies ToS3Process, [port1]);
      return port2;
    },
    give: (page, port) => page.postMessage(s3PortMessage, null, [port]),
    isGone: (page) => page.isDestroyed(),
  });

  return {
    connect: ports.connect,
    presign: links.ask,
    forget() {
      const ended = child;
      child = undefined;
      ended?.kill();
      links.died();
      ports.left();
    },
  };
}
