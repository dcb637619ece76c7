/**
 * The door: sender → name → schema → handler → reply. Every refusal is logged and answered.
 * SECURITY: only our own windows' main frames on our own origin are heard.
 */
import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { channels } from '../contract/bridge.ts';
import { type CommandInput, type CommandName, type CommandOutput, commands } from '../contract/commands.ts';
import type { Failure, Reply } from '../contract/failure.ts';
import type { Log } from '../lib/log.ts';

export type Handlers = {
  [N in CommandName]: (
    input: CommandInput<N>,
    sender: WebContents,
  ) => CommandOutput<N> | Promise<CommandOutput<N>>;
};

interface Parts {
  handlers: Handlers;
  isOurs: (sender: WebContents, frameUrl: string) => boolean;
  toFailure: (error: unknown) => Failure;
  log: Log;
}

/** No command needs more; checked before the schema walks the value. */
const LARGEST_INPUT_CHARACTERS = 2_000_000;

export function serveDoor({ handlers, isOurs, toFailure, log }: Parts): void {
  ipcMain.handle(channels.run, async (event, name: unknown, input: unknown): Promise<Reply<unknown>> => {
    const refusal = refusedBecause(event, name, input);
    if (refusal !== null || !isCommand(name)) {
      log('message refused', {
        name: typeof name === 'string' ? name.slice(0, 100) : typeof name,
        reason: refusal,
      });
      return { ok: false, failure: { code: 'refused-message', retry: 'never' } };
    }
    try {
      const handle = handlers[name] as (input: unknown, sender: WebContents) => unknown;
      return { ok: true, value: await handle(commands[name].input.parse(input), event.sender) };
    } catch (error) {
      const failure = toFailure(error);
      log('command failed', { name, code: failure.code, error });
      return { ok: false, failure };
    }
  });

  function refusedBecause(event: IpcMainInvokeEvent, name: unknown, input: unknown): string | null {
    if (!isMainFrameOfOurs(event)) return 'sender';
    if (!isCommand(name)) return 'name';
    if (sizeOf(input) > LARGEST_INPUT_CHARACTERS) return 'size';
    return commands[name].input.safeParse(input).success ? null : 'schema';
  }

  function isMainFrameOfOurs({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
    // The frame is null when it went away before the message was read.
    return senderFrame !== null && senderFrame === sender.mainFrame && isOurs(sender, senderFrame.url);
  }
}

function isCommand(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(commands, name);
}

function sizeOf(input: unknown): number {
  try {
    return JSON.stringify(input)?.length ?? 0;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
