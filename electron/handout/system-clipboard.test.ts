import type { Clipboard as ElectronClipboard } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { type ElectronParts, systemClipboard } from './system-clipboard.ts';

/** Stands in for the class of Electron 44 on. */
class Item {
  readonly types: string[];
  constructor(readonly items: Record<string, unknown>) {
    this.types = Object.keys(items);
  }
}

function desk(newest: boolean, platform: NodeJS.Platform = 'linux') {
  const write = vi.fn(async (_items: Item[]) => {});
  const writeText = vi.fn();
  const clipboard = { write, writeText } as unknown as ElectronClipboard;
  const ClipboardItem = newest ? (Item as unknown as ElectronParts['ClipboardItem']) : undefined;
  return { write, writeText, system: systemClipboard({ clipboard, ClipboardItem }, platform) };
}

describe('on an Electron that can write several formats', () => {
  it('credentials go out once, in one item with what keeps them out of the history', async () => {
    const { system, write, writeText } = desk(true);
    await system.writeSecret('secret lines');
    expect(system.history).toBe('excluded');
    expect(writeText).not.toHaveBeenCalled();
    expect(write.mock.calls).toHaveLength(1);
    expect(write.mock.calls[0]?.[0].map(({ types }) => types)).toEqual([
      ['text/plain', 'electron application/osclipboard;format="x-kde-passwordManagerHint"'],
    ]);
  });

  it('any other text goes out as text alone', async () => {
    const { system, write, writeText } = desk(true);
    await system.write('s3://bucket/');
    expect(write).not.toHaveBeenCalled();
    expect(writeText).toHaveBeenCalledWith('s3://bucket/');
  });
});

it('on an older one credentials are text alone, and it is known that histories may keep them', async () => {
  const { system, write, writeText } = desk(false);
  await system.writeSecret('secret lines');
  expect(system.history).toBe('notExcluded');
  expect(write).not.toHaveBeenCalled();
  expect(writeText).toHaveBeenCalledWith('secret lines');
});
