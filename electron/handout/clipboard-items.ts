/**
 * What goes on the clipboard beside the text, so that its history and its managers leave credentials out. Pure.
 * Windows: "Clipboard formats", Cloud Clipboard; macOS: nspasteboard.org; Linux: KDE's Klipper and those that follow it.
 */

/** What Electron's `ClipboardItem` is made of. */
export type ClipboardPayload = Record<string, string | Blob>;

const dword = (value: number) => new Blob([new Uint8Array(new Uint32Array([value]).buffer)]);

/** By their names on the system; where only the name counts, the content is a 1, because an empty one may be dropped. */
const exclusions: Partial<Record<NodeJS.Platform, () => ClipboardPayload>> = {
  win32: () => ({
    ExcludeClipboardContentFromMonitorProcessing: dword(1),
    CanIncludeInClipboardHistory: dword(0),
    CanUploadToCloudClipboard: dword(0),
    'Clipboard Viewer Ignore': dword(1),
  }),
  darwin: () => ({ 'org.nspasteboard.ConcealedType': '1', 'org.nspasteboard.TransientType': '1' }),
  linux: () => ({ 'x-kde-passwordManagerHint': 'secret' }),
};

/** One item, so that text and exclusions become visible to other programs at once. */
export function secretItem(text: string, platform: NodeJS.Platform): ClipboardPayload {
  const formats = Object.entries(exclusions[platform]?.() ?? {});
  return {
    'text/plain': text,
    ...Object.fromEntries(formats.map(([name, content]) => [osFormat(name), content])),
  };
}

/** Electron's way to name a format of the system (docs/api/clipboard, since 44). */
function osFormat(name: string): string {
  return `electron application/osclipboard;format="${name}"`;
}
