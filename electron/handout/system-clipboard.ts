/** Electron's clipboard as ours: on Linux the PRIMARY selection counts too. */
import type { Clipboard as ElectronClipboard } from 'electron';
import type { SystemClipboard } from './clipboard.ts';

/** Before Electron 44 the selection was an argument and answers came at once; since then it is an object. */
interface OldClipboard {
  readText(selection: 'selection' | 'clipboard'): string;
  clear(selection: 'selection' | 'clipboard'): void;
}

export function systemClipboard(clipboard: ElectronClipboard, platform: NodeJS.Platform): SystemClipboard {
  const old = clipboard as unknown as OldClipboard;
  const { selection } = clipboard as { selection?: ElectronClipboard };
  const main = { read: () => clipboard.readText(), clear: () => clipboard.clear() };
  const primary = {
    read: () => (selection ? selection.readText() : old.readText('selection')),
    clear: () => (selection ? selection.clear() : old.clear('selection')),
  };
  return {
    write: (text) => clipboard.writeText(text),
    selections: platform === 'linux' ? [main, primary] : [main],
  };
}
