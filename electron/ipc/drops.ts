/**
 * What was dropped on our windows last, until it is ordered to go up. SECURITY: only from the main frames of our own
 * windows, absolute paths only, for one order, and not for long.
 */
import { isAbsolute } from 'node:path';
import { ipcMain, type WebContents } from 'electron';
import { z } from 'zod';
import { channels } from '../contract/bridge.ts';
import { UploadOrder } from '../contract/transfer.ts';
import type { Log } from '../lib/log.ts';

export interface Drops {
  /** Empty when nothing was dropped on this window, or it was taken already. */
  take(sender: Pick<WebContents, 'id'>): string[];
}

interface Parts {
  isOurs: (sender: WebContents, frameUrl: string) => boolean;
  /** Any clock that only goes forward. */
  nowMs: () => number;
  log: Log;
}

const KEPT_MS = 10 * 60_000;
const Paths = UploadOrder.shape.sources.check(
  z.refine((paths) => paths.every((path) => isAbsolute(path)), 'not absolute'),
);

export function hearDrops({ isOurs, nowMs, log }: Parts): Drops {
  const dropped = new Map<number, { paths: string[]; at: number }>();
  ipcMain.on(channels.dropped, ({ sender, senderFrame }, given: unknown) => {
    const ours = senderFrame !== null && senderFrame === sender.mainFrame && isOurs(sender, senderFrame.url);
    const paths = Paths.safeParse(given);
    if (!ours || !paths.success) return log('drop refused', { reason: ours ? 'schema' : 'sender' });
    if (!dropped.has(sender.id)) sender.once('destroyed', () => dropped.delete(sender.id));
    dropped.set(sender.id, { paths: paths.data, at: nowMs() });
  });
  return {
    take({ id }) {
      const last = dropped.get(id);
      dropped.delete(id);
      return last && nowMs() - last.at <= KEPT_MS ? last.paths : [];
    },
  };
}
