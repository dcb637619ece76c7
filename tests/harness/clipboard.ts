/**
 * Reads and writes the desk's X11 selections from outside, as another program of the same user.
 */
import type { ChildProcess } from 'node:child_process';
import type { Desk } from './desk.ts';

export type Selection = 'clipboard' | 'primary';

/** The text on a selection; empty when nobody owns it. */
export async function readSelection(desk: Desk, selection: Selection = 'clipboard'): Promise<string> {
  const { stdout } = await desk.run('xclip', ['-selection', selection, '-o', '-target', 'UTF8_STRING']);
  return stdout;
}

/** Another program takes the clipboard; it holds it until the child ends or somebody else takes it. */
export async function copyElsewhere(desk: Desk, text: string): Promise<ChildProcess> {
  const holder = desk.start('xclip', ['-selection', 'clipboard', '-i', '-quiet']);
  holder.stdin?.end(text);
  // xclip says so on stderr once it owns the selection.
  await new Promise((resolve) => holder.stderr?.once('data', resolve));
  return holder;
}
