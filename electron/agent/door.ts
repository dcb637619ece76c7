/** Where the `daypass` command finds the app: a Unix socket, on Windows a loopback port; and the command itself. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AnswerTool } from './answers.ts';
import { commandPath } from './command-place.ts';
import { listenOnLoopback } from './loopback-tools.ts';
import { posixCommand } from './posix-command.ts';
import { socketPath } from './socket-place.ts';
import { startCommand, type ThisStart } from './start-command.ts';
import { listenOnSocket } from './tool-server.ts';
import { curlFileText, windowsCommand } from './windows-command.ts';
import { removeCommand, writeCommand } from './write-command.ts';

export interface DoorParts {
  start: ThisStart;
  version: string;
  homeFolder: string;
  dataFolder: string;
  /** False: this Daypass must not take the installed one's place. */
  ordinary: boolean;
  runtimeFolder: string | undefined;
  uid: number;
}

export interface ToolDoor {
  command: string;
  /** Writes the command and listens; rejects where one of both can't be. */
  open(answer: AnswerTool): Promise<void>;
  close(): Promise<void>;
  /** The command goes as well. */
  forget(): void;
}

export function createToolDoor(parts: DoorParts): ToolDoor {
  const { start, version } = parts;
  const { platform } = start;
  const command = commandPath({ ...parts, platform });
  const curlFile = `${command}.curlrc`;
  let close = () => Promise.resolve();

  const openSocket = async (answer: AnswerTool) => {
    const socket = socketPath(parts);
    writeCommand(command, posixCommand({ version, socket, start: startCommand(start), platform }));
    close = await listenOnSocket(socket, parts.uid, answer);
  };
  const openLoopback = async (answer: AnswerTool) => {
    const { port, token, close: end } = await listenOnLoopback(answer);
    close = end;
    mkdirSync(dirname(curlFile), { recursive: true });
    writeFileSync(curlFile, curlFileText(port, token), { mode: 0o600 });
    writeCommand(command, windowsCommand({ version, start: startCommand(start), curlFile }));
  };

  return {
    command,
    open: (answer) => (platform === 'win32' ? openLoopback(answer) : openSocket(answer)),
    close: () => close(),
    forget() {
      rmSync(curlFile, { force: true });
      removeCommand(command);
    },
  };
}
