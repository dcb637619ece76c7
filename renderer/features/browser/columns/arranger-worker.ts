/** The worker that sorts and filters, so that the window's own thread never does. Its listing is a copy. */
import type { Arranged, ArrangerOrder } from './arranger-messages.ts';
import { createArranging } from './arranging.ts';

let arranging = createArranging(0);
let newest = 0;

self.addEventListener('message', ({ data: order }: MessageEvent<ArrangerOrder>) => {
  if (order.kind === 'begin') {
    arranging = createArranging(order.prefixBytes);
    newest = 0;
  } else if (order.kind === 'piece') arranging.add(order.piece);
  else
    arrange(order).catch((error: unknown) =>
      // An `error` event of the worker, which a refused promise alone is not.
      setTimeout(() => {
        throw error;
      }),
    );
});

/** Between two portions the next order is heard. */
async function arrange({ job, words, sort }: ArrangerOrder & { kind: 'arrange' }) {
  newest = job;
  while (!arranging.look(words)) {
    await new Promise((turn) => setTimeout(turn));
    if (newest !== job) return;
  }
  const arranged: Arranged = { job, ...arranging.arranged(sort) };
  self.postMessage(arranged, { transfer: [arranged.numbers.buffer] });
}
