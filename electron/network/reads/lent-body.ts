/**
 * The body of an answer, read by whoever can be done with its bytes at once: they are lent, since the next ones come
 * into the same buffer. Electron gives back the memory of each buffer that Node's own stack makes, and asks for it anew:
 * that was most of a download's processor time (docs/bench.md). For all others it is a stream, which copies.
 */
import { Readable } from 'node:stream';
import { closedEarly } from '../transport.ts';

/** The bytes are the caller's again when it returns null, or when what it returns resolves. */
export type Borrow = (bytes: Buffer) => Promise<unknown> | null;

interface Source {
  /** More may come: all that came has been given back. */
  goOn(): void;
  /** Nobody reads it to its end. */
  leave(): void;
}

export class LentBody extends Readable {
  readonly #source: Source;
  #waiting: Buffer[] = [];
  #borrow: Borrow | null = null;
  #isLent = false;
  #isWhole = false;
  #failure: Error | null = null;
  /** Of the stream: its reader wants more. */
  #wanted: (() => void) | null = null;
  #settled: { resolve: () => void; reject: (error: Error) => void } | null = null;

  constructor(source: Source) {
    super();
    this.#source = source;
  }

  /**
   * Lends all of it, in order, instead of reading the stream. Rejects with what the connection or `borrow` did, and not
   * before what is lent has come back.
   */
  lend(borrow: Borrow): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#settled = { resolve, reject };
      if (this.#failure) return this.#tell();
      this.#borrow = borrow;
      this.#next();
    });
  }

  /** Of the connection. */
  came(bytes: Buffer): void {
    this.#waiting.push(bytes);
  }

  /** Of the connection, after one read: true when all of it is free again already; else `goOn` tells. */
  taken(): boolean {
    this.#next(true);
    return this.#isFree();
  }

  /** Somebody reads it and is not done with what came. */
  isHeld(): boolean {
    return this.#borrow !== null && !this.#isFree();
  }

  /** Of the connection: nothing more will come; what came is still to be taken. */
  whole(): void {
    this.#isWhole = true;
  }

  override _read(): void {
    this.#wanted?.();
    this.#wanted = null;
    if (this.#borrow) return;
    this.#borrow = (bytes) =>
      // A copy: the stream keeps it for as long as it likes.
      this.push(Buffer.from(bytes)) ? null : new Promise<void>((resolve) => (this.#wanted = resolve));
    this.#next();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    const ended = this.#isWhole && this.#isFree();
    if (!ended) this.#source.leave();
    this.#failure ??= error ?? (ended ? null : closedEarly('aborted'));
    this.#waiting = [];
    this.#tell();
    // As Node's own answers do: nobody who reads it by lending listens for this.
    done(this.listenerCount('error') > 0 ? error : null);
  }

  #isFree(): boolean {
    return this.#waiting.length === 0 && !this.#isLent;
  }

  #next(within = false): void {
    const borrow = this.#borrow;
    if (!borrow || this.#isLent || this.destroyed) return;
    try {
      for (;;) {
        const bytes = this.#waiting.shift();
        if (bytes === undefined) break;
        this.#isLent = true;
        const back = borrow(bytes);
        if (!back) {
          this.#isLent = false;
          continue;
        }
        back.then(
          () => this.#back(),
          (error: Error) => this.#back(error),
        );
        return;
      }
    } catch (error) {
      this.#back(error as Error);
      return;
    }
    if (this.destroyed) this.#tell();
    else if (this.#isWhole) this.#end();
    else if (!within) this.#source.goOn();
  }

  #back(error?: Error): void {
    this.#isLent = false;
    if (error) this.destroy(error);
    if (this.#failure) this.#tell();
    else this.#next();
  }

  #tell(): void {
    if (this.#failure && !this.#isLent) this.#settled?.reject(this.#failure);
  }

  #end(): void {
    this.push(null);
    this.#settled?.resolve();
    this.#source.goOn();
  }
}
