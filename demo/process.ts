// Entry of the demo's own process: an Electron utility process, or a forked Node in tests.
// Takes orders, starts the demo once, moves its clock. Ends with its parent.

import { createDemoClock } from './clock.ts';
import { type DemoOrder, type DemoReport, ORDER } from './messages.ts';
import { createListFaults } from './s3/list-faults.ts';
import { startDemo } from './start.ts';

/** What Electron puts on `process` in a utility process, as far as we use it. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const clock = createDemoClock(0);
const listFaults = createListFaults();
let started = false;

const { parentPort } = process as typeof process & { parentPort?: ParentPort };
if (parentPort) {
  parentPort.on('message', (event) => obey(event.data));
} else {
  process.on('message', obey);
  process.on('disconnect', () => process.exit(0));
}

function obey(message: unknown): void {
  const order = ORDER.safeParse(message);
  if (!order.success) {
    report({ kind: 'failed', message: 'The order was not understood' });
  } else if (order.data.kind === 'clock') {
    clock.move(order.data.offsetMs);
    report({ kind: 'moved', offsetMs: order.data.offsetMs });
  } else if (order.data.kind === 'listFaults') {
    report({ kind: 'listFaults', spoiled: listFaults.plan(order.data.plan) });
  } else if (started) {
    report({ kind: 'failed', message: 'The demo was started already' });
  } else {
    started = true;
    void start(order.data);
  }
}

async function start(order: Extract<DemoOrder, { kind: 'start' }>): Promise<void> {
  clock.move(order.clockOffsetMs);
  try {
    const { close: _, ...organisation } = await startDemo({
      dataFolder: order.dataFolder,
      now: clock.now,
      listFaults,
    });
    report({ kind: 'ready', organisation });
  } catch (error) {
    started = false;
    report({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

function report(message: DemoReport): void {
  if (parentPort) parentPort.postMessage(message);
  else process.send?.(message);
}
