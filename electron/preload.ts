/** The bridge into our own windows: one function for commands, one for snapshots, and the S3 port passed on. */
import { contextBridge, ipcRenderer } from 'electron';
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
