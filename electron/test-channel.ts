/** What whole-app tests may do beyond a person: move the clock, answer a dialog. Not in what is shipped. */
import type { ListFaultPlan } from '../demo/messages.ts';
import type { Snapshot } from './contract/snapshot.ts';

export interface TestChannel {
  /** Moves the app's clock and the demo's together; what became due has rung when it resolves. */
  moveClock(ms: number): Promise<void>;
  /** Sets the demo's clock this far ahead of the app's: as if this computer's were behind. */
  leadDemoClock(ms: number): Promise<void>;
  /** The demo spoils the lists that it answers next; answers how many the plan before has spoiled. */
  spoilLists(plan: ListFaultPlan | null): Promise<number>;
  now(): number;
  snapshot(): Snapshot;
  /** Called in main at every change, at once: figures must not hold what the road to a test costs. */
  onChange(told: () => void): void;
  /** The next save dialog answers this. */
  answerSaveDialog(path: string | null): void;
  /** The next dialogs that ask for files to send, or for a folder to save into, answer these. */
  answerFileDialogs(paths: string[]): void;
  /** Whether to quit while files are on their way: the question is answered so, and kept. */
  answerQuitDialog(quit: boolean): void;
  questions(): string[];
  /** The next dialog that asks for a file answers this. */
  answerOpenDialog(path: string | null): void;
  emitPower(event: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen'): void;
  openMain(): void;
  togglePopover(): void;
}

export function openTestChannel(channel: TestChannel): void {
  if (__FLAVOUR__ === 'test') (globalThis as { daypassTest?: TestChannel }).daypassTest = channel;
}
