/**
 * Keeps each organisation's pins in the learned state: asks nothing itself, says whether a person must be
 * asked, and pins what AWS took or the person agreed to. Knows no window.
 */
import type { DoubtView } from '../contract/snapshot.ts';
import type { Organisation, State } from '../settings/schema.ts';
import type { Assertion } from './assertion.ts';
import { type Arrived, arrivedFrom, doubtAbout, isPinned, pinned } from './pins.ts';

export interface Suspicion {
  /** What differs from what was seen before; null when the answer is as always. */
  doubt: DoubtView | null;
  /** The person said yes, or AWS took the answer: it is asked no more. */
  pin(): void;
}

/** Those that were removed long ago are forgotten; far more than anybody has. */
const MOST_ORGANISATIONS = 500;

interface Memory {
  state(): Pick<State, 'pins'>;
  learn(change: Pick<State, 'pins'>): void;
}

/** `origin`: of the page that posted the answer; null when that is not known. */
export function lookAt(
  memory: Memory,
  organisation: Organisation,
  assertion: Assertion,
  origin: string | null,
): Suspicion {
  const arrived: Arrived = arrivedFrom(origin, assertion);
  const pins = () => memory.state().pins[organisation.id];
  return {
    doubt: doubtAbout(arrived, pins(), organisation.idpOrigins ?? []),
    pin() {
      if (isPinned(arrived, pins())) return;
      const { [organisation.id]: mine, ...others } = memory.state().pins;
      const kept = Object.entries(others).slice(1 - MOST_ORGANISATIONS);
      memory.learn({ pins: { ...Object.fromEntries(kept), [organisation.id]: pinned(arrived, mine) } });
    },
  };
}
