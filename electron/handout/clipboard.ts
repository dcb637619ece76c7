/** Credentials on the clipboard, taken away again after a while, but only if they are still ours. */
import { createHash } from 'node:crypto';
import type { CopiedThing } from '../contract/copy-format.ts';
import type { ClipboardHistory } from '../contract/snapshot.ts';
import type { Clock } from '../lib/clock.ts';

/** Electron's clipboard, or a test's; `await` serves 33 (values) and 44 on (promises). */
export interface SystemClipboard {
  write(text: string): void | Promise<void>;
  /** The same, kept out of the clipboard's history where `history` says so. */
  writeSecret(text: string): void | Promise<void>;
  history: ClipboardHistory;
  /** Every place a person may paste from: the clipboard, on Linux PRIMARY too. */
  selections: readonly Selection[];
}

interface Selection {
  read(): string | Promise<string>;
  clear(): void | Promise<void>;
}

export interface Clipboard {
  copyCredentials(
    pass: string,
    format: CopiedThing,
    text: string,
    clearAfterSeconds: number,
  ): Promise<{ clearsAt: number }>;
  copyPlain(text: string): Promise<void>;
  /** Set while our credentials may still be there. */
  holding(): { pass: string; format: CopiedThing; clearsAt: number } | null;
  /** Whether what is copied as a secret stays out of clipboard histories. */
  history: ClipboardHistory;
  /** Takes them away now if they are still ours: at the end of the wait, at quit, on screen lock. */
  clearIfOurs(): Promise<void>;
}

export function createClipboard(system: SystemClipboard, clock: Clock, changed: () => void): Clipboard {
  let held: { pass: string; format: CopiedThing; clearsAt: number; digest: string } | null = null;
  let callOff = () => {};

  const forget = () => {
    held = null;
    callOff();
    changed();
  };
  const clearIfOurs = async () => {
    if (!held) return;
    const { digest } = held;
    forget();
    for (const selection of system.selections) {
      if (digestOf(await selection.read()) === digest) await selection.clear();
    }
  };

  return {
    history: system.history,
    holding: () => held && { pass: held.pass, format: held.format, clearsAt: held.clearsAt },
    clearIfOurs,
    async copyCredentials(pass, format, text, clearAfterSeconds) {
      // An earlier copy may be in another selection, where this one does not replace it.
      await clearIfOurs();
      await system.writeSecret(text);
      callOff();
      const clearsAt = clock.now() + clearAfterSeconds * 1000;
      // Only the digest is kept, so that the text lives nowhere but on the clipboard.
      held = { pass, format, clearsAt, digest: digestOf(text) };
      callOff = clock.alarm(clearsAt, () => void clearIfOurs());
      changed();
      return { clearsAt };
    },
    async copyPlain(text) {
      await clearIfOurs();
      await system.write(text);
    },
  };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
