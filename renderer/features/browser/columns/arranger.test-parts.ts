/** A stand-in for the worker: the same work in this thread, a turn later, on a copy. */

import type { OpenArranger } from './arranger.ts';
import type { ArrangerOrder } from './arranger-messages.ts';
import { createArranging } from './arranging.ts';

export interface InlineArranger {
  open: OpenArranger;
  orders: ArrangerOrder[];
  opened: number;
  closed: number;
  /** The worker that was opened last dies. */
  die(): void;
  /** Resolves when every order so far was answered. */
  quiet(): Promise<void>;
}

export function inlineArranger(): InlineArranger {
  const inline: InlineArranger = {
    orders: [],
    opened: 0,
    closed: 0,
    die: () => undefined,
    quiet: () => new Promise((turn) => setImmediate(() => setImmediate(turn))),
    open(answer, failed) {
      inline.opened++;
      inline.die = () => {
        open = false;
        failed();
      };
      let arranging = createArranging(0);
      let open = true;
      return {
        post(order) {
          inline.orders.push(order);
          const copy = structuredClone(order);
          setImmediate(() => {
            if (copy.kind === 'begin') arranging = createArranging(copy.prefixBytes);
            else if (copy.kind === 'piece') arranging.add(copy.piece);
            else {
              while (!arranging.look(copy.words));
              if (open) answer({ job: copy.job, ...arranging.arranged(copy.sort) });
            }
          });
        },
        close() {
          open = false;
          inline.closed++;
        },
      };
    },
  };
  return inline;
}
