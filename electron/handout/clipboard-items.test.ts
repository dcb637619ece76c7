import { describe, expect, it } from 'vitest';
import { secretItem } from './clipboard-items.ts';

const bytes = async (content: string | Blob | undefined) =>
  typeof content === 'string' ? content : [...new Uint8Array((await content?.arrayBuffer()) ?? [])];
const osFormat = (name: string) => `electron application/osclipboard;format="${name}"`;

describe('credentials go to the clipboard together with what keeps them out of its history', () => {
  it.each([
    [
      'win32',
      {
        ExcludeClipboardContentFromMonitorProcessing: [1, 0, 0, 0],
        CanIncludeInClipboardHistory: [0, 0, 0, 0],
        CanUploadToCloudClipboard: [0, 0, 0, 0],
        'Clipboard Viewer Ignore': [1, 0, 0, 0],
      },
    ],
    ['darwin', { 'org.nspasteboard.ConcealedType': '1', 'org.nspasteboard.TransientType': '1' }],
    ['linux', { 'x-kde-passwordManagerHint': 'secret' }],
    ['freebsd', {}],
  ] as [NodeJS.Platform, Record<string, string | number[]>][])('on %s', async (platform, formats) => {
    const { 'text/plain': text, ...others } = secretItem('secret lines', platform);
    expect(text).toBe('secret lines');
    expect(Object.keys(others)).toEqual(Object.keys(formats).map(osFormat));
    for (const [name, content] of Object.entries(formats))
      expect(await bytes(others[osFormat(name)])).toEqual(content);
  });
});
