/** The one object the preload puts into our own windows; derived from the command table. Pure. */
import type { CommandInput, CommandName, CommandOutput } from './commands.ts';
import type { Reply } from './failure.ts';
import type { Snapshot } from './snapshot.ts';

export interface DaypassBridge {
  /** Runs one command; never rejects: a refusal is a reply. */
  run<N extends CommandName>(name: N, input: CommandInput<N>): Promise<Reply<CommandOutput<N>>>;
  /** Calls back with the newest snapshot now and at every change; answers the way out. */
  onSnapshot(listener: (snapshot: Snapshot) => void): () => void;
}

/** The S3 port arrives as a `message` event of the window with this as its data, and one port. */
export const s3PortMessage = 'daypass:s3-port';

/** Names of the four IPC channels; nothing else is ever sent. `dropped`: paths, by the preload itself. */
export const channels = {
  run: 'daypass:run',
  ready: 'daypass:ready',
  snapshot: 'daypass:snapshot',
  dropped: 'daypass:dropped',
} as const;

declare global {
  interface Window {
    daypass: DaypassBridge;
  }
}
