/** Pushes the snapshot to our windows: at most ten a second, none to hidden ones, one when they come back. */
import { type BrowserWindow, ipcMain, type WebContents } from 'electron';
import { channels } from '../contract/bridge.ts';
import type { Snapshot } from '../contract/snapshot.ts';

export interface Publisher {
  /** Says that something changed; the push follows soon. */
  changed(): void;
  snapshot(): Snapshot;
  /** A window of ours that is to hear snapshots until it closes. */
  add(window: BrowserWindow): void;
}

const LEAST_BETWEEN_MS = 100;

export function createPublisher(
  build: (revision: number) => Snapshot,
  isOurs: (sender: WebContents, frameUrl: string) => boolean,
): Publisher {
  const windows = new Set<BrowserWindow>();
  let revision = 0;
  let _timer: NodeJS.Timeout | undefined;
  let current: Snapshot | undefined;

  const snapshot = () => {
    current ??= build(++revision);
    return current;
  };
  const push = () => {
    _timer = undefined;
    for (const window of windows)
      if (window.isVisible()) window.webContents.send(channels.snapshot, snapshot());
  };

  ipcMain.on(channels.ready, ({ sender, senderFrame }) => {
    if (senderFrame && senderFrame === sender.mainFrame && isOurs(sender, senderFrame.url)) {
      sender.send(channels.snapshot, snapshot());
    }
  });

  return {
    snapshot,
    changed() {
      current = undefined;
      _timer ??= setTimeout(push, LEAST_BETWEEN_MS);
    },
    add(window) {
      windows.add(window);
      window.on('show', () => {
        if (!window.isDestroyed()) window.webContents.send(channels.snapshot, snapshot());
      });
      window.on('closed', () => windows.delete(window));
    },
  };
}
