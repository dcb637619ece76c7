/**
 * A bridge without a main process, for the gallery and tests: derived from the command table, so a
 * command that is added or changed there is added or changed here. Checks every input as main would.
 */
import type { DaypassBridge } from '../../electron/contract/bridge.ts';
import {
  type CommandInput,
  type CommandName,
  type CommandOutput,
  commands,
} from '../../electron/contract/commands.ts';
import type { Reply } from '../../electron/contract/failure.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';

type Answer<N extends CommandName> = Reply<CommandOutput<N>> | Promise<Reply<CommandOutput<N>>>;
type Handlers = { [N in CommandName]?: (input: CommandInput<N>) => Answer<N> };

export interface FakeBridge extends DaypassBridge {
  /** Every order given so far, in order. */
  readonly orders: { name: CommandName; input: unknown }[];
  publish(snapshot: Snapshot): void;
}

export function createFakeBridge(first: Snapshot, handlers: Handlers = {}): FakeBridge {
  let snapshot = first;
  const listeners = new Set<(snapshot: Snapshot) => void>();
  const orders: FakeBridge['orders'] = [];
  return {
    orders,
    async run<N extends CommandName>(name: N, input: CommandInput<N>): Promise<Reply<CommandOutput<N>>> {
      orders.push({ name, input });
      const parsed = commands[name].input.safeParse(input);
      if (!parsed.success)
        return { ok: false, failure: { code: 'refused-message', retry: 'never', subject: name } };
      const handler = handlers[name] as ((given: CommandInput<N>) => Answer<N>) | undefined;
      return handler ? handler(input) : ({ ok: true, value: null } as Reply<CommandOutput<N>>);
    },
    onSnapshot(listener) {
      listeners.add(listener);
      listener(snapshot);
      return () => listeners.delete(listener);
    },
    publish(next) {
      snapshot = next;
      for (const listener of [...listeners]) listener(next);
    },
  };
}
