/**
 * Main's side of the S3 process: starts it on demand, hands it ports and sessions, and keeps the list of
 * downloads for the screen. Main itself is not on the road of listings.
 */
import { basename } from 'node:path';
import { MessageChannelMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron';
import { s3PortMessage } from '../contract/bridge.ts';
import type { LinkWish } from '../contract/link.ts';
import type { DownloadView } from '../contract/snapshot.ts';
import type { Log } from '../lib/log.ts';
import type { TellServerTime } from '../lib/server-time.ts';
import { type AnswerParts, answersOfMain } from './answer-process.ts';
import { FromS3Process, type ToS3Process } from './messages.ts';
import { createPendingLinks, type SignedLink } from './pending-links.ts';

export interface S3Service {
  /** Hands a fresh pair of ports to the S3 process and to this page. */
  connect(page: WebContents): void;
  download(what: { pass: string; bucket: string; key: string }, path: string): string;
  cancelDownload(id: string): void;
  /** Rejects with what `presign` in the S3 process throws. */
  presign(wish: LinkWish): Promise<SignedLink>;
  dismissDownload(id: string): void;
  downloads(): readonly DownloadView[];
  /** Ends the process, and with it every session it holds; the list of downloads is emptied. */
  forget(): void;
}

interface Parts extends AnswerParts {
  modulePath: string;
  tellServerTime: TellServerTime;
  log: Log;
  changed: () => void;
}

const MOST_DOWNLOADS = 100;

export function createS3Service(parts: Parts): S3Service {
  const { modulePath, log, changed } = parts;
  let child: UtilityProcess | undefined;
  let downloads: DownloadView[] = [];
  let lastDownload = 0;

  const answer = answersOfMain(parts);
  const put = (id: string, state: DownloadView['state']) => {
    downloads = downloads.map((download) => (download.id === id ? { ...download, state } : download));
    changed();
  };
  const onMessage = (data: unknown) => {
    const parsed = FromS3Process.safeParse(data);
    if (!parsed.success) return log('s3 process said something unknown');
    const message = parsed.data;
    if (message.kind === 'download') return put(message.download, message.state);
    if (message.kind === 'presigned' || message.kind === 'notPresigned') return links.take(message);
    if (message.kind === 'serverTime') return parts.tellServerTime(message);
    const asker = child;
    void answer(message).then((said) => {
      // It may have ended meanwhile, and is not begun anew to be told.
      if (asker === child) asker?.postMessage(said);
    });
  };
  const onExit = (code: number) => {
    child = undefined;
    links.died();
    if (code !== 0) log('s3 process ended', { code });
    const died = { kind: 'failed', failure: { code: 's3-process-died', retry: 'now' } } as const;
    downloads = downloads.map((download) =>
      download.state.kind === 'running' ? { ...download, state: died } : download,
    );
    changed();
  };
  const start = (): UtilityProcess => {
    if (child) return child;
    const started = utilityProcess.fork(modulePath, [], { serviceName: 'Daypass S3', stdio: 'ignore' });
    started.on('message', onMessage);
    started.on('exit', (code) => {
      if (child === started) onExit(code);
    });
    child = started;
    return started;
  };
  const tell = (message: ToS3Process) => start().postMessage(message);
  const links = createPendingLinks(tell);

  return {
    downloads: () => downloads,
    connect(page) {
      const { port1, port2 } = new MessageChannelMain();
      start().postMessage({ kind: 'port' } satisfies ToS3Process, [port1]);
      page.postMessage(s3PortMessage, null, [port2]);
    },
    download(what, path) {
      const id = `download-${++lastDownload}`;
      const state = { kind: 'running', doneBytes: 0, totalBytes: null } as const;
      downloads = [...downloads, { id, ...what, fileName: basename(path), state }].slice(-MOST_DOWNLOADS);
      tell({ kind: 'download', download: id, ...what, path });
      changed();
      return id;
    },
    presign: links.ask,
    cancelDownload: (id) => tell({ kind: 'cancelDownload', download: id }),
    forget() {
      const ended = child;
      child = undefined;
      ended?.kill();
      links.died();
      downloads = [];
      changed();
    },
    dismissDownload(id) {
      downloads = downloads.filter((download) => download.id !== id || download.state.kind === 'running');
      changed();
    },
  };
}
