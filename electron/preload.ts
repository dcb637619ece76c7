/** The bridge into our own windows: commands, snapshots, the S3 port passed on, and paths of dropped files to main. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { channels, type DaypassBridge, s3PortMessage } from './contract/bridge.ts';
import type { Snapshot } from './contract/snapshot.ts';

const bridge: DaypassBridge = {
  run: (name, input) => ipcRenderer.invoke(channels.run, name, input),
  onSnapshot: (listener) => {
    // SECURITY: the event object (and the sender in it) never reaches the page.
    const hear = (_event: unknown, snapshot: Snapshot) => listener(snapshot);
    ipcRenderer.on(channels.snapshot, hear);
    ipcRenderer.send(channels.ready);
    return () => ipcRenderer.off(channels.snapshot, hear);
  },
};

contextBridge.exposeInMainWorld('daypass', bridge);
ipcRenderer.on(s3PortMessage, (event) =>
  window.postMessage(s3PortMessage, window.location.origin, event.ports),
);

// SECURITY: paths go from here to main and never through the page. A script can drop files that it made itself, but such
// a file has no path; and before the page hears of a drop, main has heard it.
window.addEventListener(
  'drop',
  ({ isTrusted, dataTransfer }) => {
    if (!isTrusted || !dataTransfer) return;
    const paths = [...dataTransfer.files].map((file) => webUtils.getPathForFile(file)).filter(Boolean);
    if (paths.length > 0) ipcRenderer.send(channels.dropped, paths);
  },
  true,
);
