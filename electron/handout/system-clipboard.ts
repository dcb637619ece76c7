/** Electron's clipboard as ours: on Linux the PRIMARY selection counts too, and from 44 on history can be kept out. */
import type { ClipboardItem, Clipboard as ElectronClipboard } from 'electron';
import type { SystemClipboard } from './clipboard.ts';
import { secretItem } from './clipboard-items.ts';

/** Before Electron 44 the selection was an argument and answers came at once; since then it is an object. */
interface OldClipboard {
  readText(selection: 'selection' | 'clipboard'): string;
  clear(selection: 'selection' | 'clipboard'): void;
}

/** The two parts of Electron; before 44 there is no item, and a second format takes the first one's place. */
export interface ElectronParts {
  clipboard: ElectronClipboard;
  ClipboardItem: typeof ClipboardItem | undefined;
}

export function systemClipboard(
  { clipboard, ClipboardItem: Item }: ElectronParts,
  platform: NodeJS.Platform,
): SystemClipboard {
  const old = clipboard as unknown as OldClipboard;
  const { selection } = clipboard as { selection?: ElectronClipboard };
  const main = { read: () => clipboard.readText(), clear: () => clipboard.clear() };
  const primary = {
    read: () => (selection ? selection.readText() : old.readText('selection')),
    clear: () => (selection ? selection.clear() : old.clear('selection')),
  };
  const write = (text: string) => clipboard.writeText(text);
  return {
    write,
    writeSecret: Item ? (text) => clipboard.write([new Item(secretItem(text, platform))]) : write,
    history: Item ? 'excluded' : 'notExcluded',
    selections: platform === 'linux' ? [main, primary] : [main],
  };
}
