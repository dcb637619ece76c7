/** What the `daypass` command has to know of this machine and this start. */
import { homedir, userInfo } from 'node:os';
import { app } from 'electron';
import type { DoorParts } from '../agent/door.ts';
import type { StartOptions } from './start-options.ts';

export function toolDoorHere(options: StartOptions): DoorParts {
  return {
    start: {
      platform: process.platform,
      execPath: process.execPath,
      appImage: process.env.APPIMAGE,
      packaged: app.isPackaged,
      appPath: app.getAppPath(),
      argv: process.argv,
      home: options.home ?? undefined,
    },
    version: app.getVersion(),
    homeFolder: homedir(),
    dataFolder: options.dataFolder,
    ordinary: app.isPackaged && options.home === null && !options.demo,
    runtimeFolder: process.env.XDG_RUNTIME_DIR,
    uid: userInfo().uid,
  };
}
