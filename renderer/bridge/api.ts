/** Everything a screen reaches main and S3 by, built from one bridge; the app and the gallery build it alike. */
import { type DaypassBridge, s3PortMessage } from '../../electron/contract/bridge.ts';
import type { CommandInput, CommandName, CommandOutput } from '../../electron/contract/commands.ts';
import type { Reply } from '../../electron/contract/failure.ts';
import type { ScreenClock } from './clock.ts';
import { createRefusalStore, type RefusalStore } from './refusals.ts';
import { createS3Client, type S3Client } from './s3-port.ts';
import { createSnapshotStore, type SnapshotStore } from './snapshot.ts';
import { type Worked, watchWork } from './watch-work.ts';

export interface Api {
  clock: ScreenClock;
  snapshots: SnapshotStore;
  refusals: RefusalStore;
  s3: S3Client;
  /** Tells when something was done to objects. */
  worked: Worked;
  /** Runs a command and answers its reply; a refusal is kept for the line that shows it. */
  order<N extends CommandName>(name: N, input: CommandInput<N>): Promise<Reply<CommandOutput<N>>>;
  /** The same for what is only looked up: a refusal is shown by who asked, and takes no other off the screen. */
  look<N extends CommandName>(name: N, input: CommandInput<N>): Promise<Reply<CommandOutput<N>>>;
}

export function createApi(bridge: DaypassBridge, clock: ScreenClock, target: EventTarget = window): Api {
  const refusals = createRefusalStore();
  const { s3, worked } = watchWork(createS3Client(() => bridge.run('s3.connect', {})));
  target.addEventListener('message', (event) => {
    if (!(event instanceof MessageEvent) || event.data !== s3PortMessage) return;
    const port = event.ports[0];
    if (port) s3.takePort(port);
  });
  return {
    clock,
    snapshots: createSnapshotStore(bridge, clock),
    refusals,
    s3,
    worked,
    look: (name, input) => bridge.run(name, input),
    async order(name, input) {
      const reply = await bridge.run(name, input);
      refusals.set(reply.ok ? null : reply.failure);
      return reply;
    },
  };
}
