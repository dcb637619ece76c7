/**
 * Commands that move files. SECURITY: a path of this computer comes from a dialog that main itself has opened, or from a
 * drop that the preload has seen; none from a page.
 */
import { dialog } from 'electron';
import type { CommandName } from '../contract/commands.ts';
import type { DownloadSource } from '../contract/transfer.ts';
import { AppError } from '../lib/app-error.ts';
import type { Sessions } from '../session/service.ts';
import type { Transfers } from '../transfer/service.ts';
import type { Drops } from './drops.ts';
import type { Handlers } from './serve.ts';

export interface FileDialogs {
  /** Files, or folders, to send; empty when the person went back. */
  sources: (what: 'files' | 'folders') => Promise<string[]>;
  /** The folder to save into; null when the person went back. */
  folder: () => Promise<string | null>;
  /** The very file to save as; null when the person went back. */
  file: (suggestedName: string) => Promise<string | null>;
}

interface Parts {
  transfers: Transfers;
  sessions: Pick<Sessions, 'credentials'>;
  fileDialogs: FileDialogs;
  drops: Drops;
}

export function transferHandlers(parts: Parts): Pick<Handlers, Extract<CommandName, `transfer.${string}`>> {
  const { transfers, sessions, fileDialogs } = parts;
  const needSession = (pass: string) => {
    if (!sessions.credentials(pass)) throw new AppError('no-session', { retry: 'afterSignIn' });
  };
  return {
    'transfer.upload': async ({ what, ...order }, sender) => {
      needSession(order.pass);
      const sources = what === 'dropped' ? parts.drops.take(sender) : await fileDialogs.sources(what);
      return sources.length === 0 ? null : { transfer: transfers.upload({ ...order, sources }) };
    },
    'transfer.download': async ({ to: kind, ...order }) => {
      needSession(order.pass);
      const path = await (kind === 'folder'
        ? fileDialogs.folder()
        : fileDialogs.file(suggestedName(order.sources[0])));
      return path === null ? null : { transfer: transfers.download({ ...order, to: { kind, path } }) };
    },
    'transfer.answer': ({ transfer, conflict }) => {
      transfers.answer(transfer, conflict);
      return null;
    },
    'transfer.actOnAll': ({ what }) => {
      transfers.actOnAll(what);
      return null;
    },
    'transfer.look': ({ from }) => {
      transfers.look(from);
      return null;
    },
    'transfer.act': ({ transfer, what }) => {
      transfers.act(what, transfer);
      return null;
    },
  };
}

/** The last part of the key, without what no system takes in a file name. */
function suggestedName(source: DownloadSource | undefined): string {
  const key = source?.kind === 'object' ? source.key : '';
  const last = key.split('/').findLast((part) => part !== '') ?? 'object';
  const plain = last
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, '_')
    .replace(/[. ]+$/, '_')
    .slice(0, 120);
  return plain === '' ? 'object' : plain;
}

/** The real dialogs. */
export const systemFileDialogs: FileDialogs = {
  async sources(what) {
    const { canceled, filePaths } = await dialog.showOpenDialog({
      properties: [what === 'files' ? 'openFile' : 'openDirectory', 'multiSelections'],
    });
    return canceled ? [] : filePaths;
  },
  async folder() {
    const { canceled, filePaths } = await dialog.showOpenDialog({
      properties: ['openDirectory', 'createDirectory'],
    });
    return canceled ? null : (filePaths[0] ?? null);
  },
  async file(suggestedName) {
    const { canceled, filePath } = await dialog.showSaveDialog({
      defaultPath: suggestedName,
      properties: ['showOverwriteConfirmation'],
    });
    return canceled || !filePath ? null : filePath;
  },
};
