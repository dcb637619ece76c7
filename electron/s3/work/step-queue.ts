/** Steps that were found and not yet begun, a bounded number: the finder waits for room, the doer for a step. Pure. */
import type { FINISH_FIRST, Step } from './step.ts';

type Entry = Step | typeof FINISH_FIRST;

/** A few pages of S3: how many there are is known early where there are not many. */
const MOST_OBJECTS = 10_000;

export class StepQueue {
  #entries: Entry[] = [];
  #first = 0;
  #objects = 0;
  #isClosed = false;
  #wake: (() => void)[] = [];

  /** Resolves when there is room for more. */
  async put(entry: Entry): Promise<void> {
    if (this.#isClosed) return;
    this.#entries.push(entry);
    this.#objects += sizeOf(entry);
    this.#changed();
    while (this.#objects >= MOST_OBJECTS && !this.#isClosed) await this.#change();
  }

  /** Null: closed, and nothing is left. */
  async take(): Promise<Entry | null> {
    while (this.#first === this.#entries.length && !this.#isClosed) await this.#change();
    const entry = this.#entries[this.#first++];
    if (entry === undefined) return null;
    if (this.#first > 1000) {
      this.#entries = this.#entries.slice(this.#first);
      this.#first = 0;
    }
    this.#objects -= sizeOf(entry);
    this.#changed();
    return entry;
  }

  close(): void {
    this.#isClosed = true;
    this.#changed();
  }

  #change = () => new Promise<void>((resolve) => this.#wake.push(resolve));

  #changed(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }
}

const sizeOf = (entry: Entry) => (typeof entry === 'string' ? 0 : entry.targets.length);
