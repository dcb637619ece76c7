/** PSS of the whole process tree a while after the tray, no window and no demo: hidden Daypass and the bare peer. */
import { againstPeer, type Figure } from '../figure.ts';
import { memoryOfTree, type ProcessMemory } from '../process-tree.ts';
import { openRivals, type Rivals, type Started } from '../resident.ts';

const SETTLES_MS = 90_000;
const AIM = 1.2;

export const idleMemory: Figure = {
  name: 'idle-memory',
  says: `PSS ${SETTLES_MS / 1000} s after the tray, Daypass hidden, then a bare tray app`,
  async measure() {
    const rivals = await openRivals();
    try {
      await teachTheScreen(rivals);
      const ours = await settled(() => rivals.daypass(['--hidden']));
      const theirs = await settled(() => rivals.peer());
      const note = `ours ${told(ours)}; peer ${told(theirs)}`;
      return againstPeer(sum(ours), sum(theirs), { unit: 'MB', aim: AIM, note });
    } finally {
      await rivals.dispose();
    }
  },
};

/**
 * The first GTK program on a new screen loads OpenGL (with Mesa's compiler, 28 MB here) to rate its visuals and leaves the
 * result on the root window (GDK_VISUALS); every later one reads that, as on a person's screen. Neither rival pays for it.
 */
async function teachTheScreen(rivals: Rivals): Promise<void> {
  await (await rivals.peer()).end();
}

async function settled(start: () => Promise<Started>): Promise<ProcessMemory[]> {
  const { child, end } = await start();
  await new Promise((resolve) => setTimeout(resolve, SETTLES_MS));
  const memory = memoryOfTree(child.pid ?? 0);
  await end();
  return memory;
}

const sum = (all: readonly ProcessMemory[]) => all.reduce((total, { megabytes }) => total + megabytes, 0);
const told = (all: readonly ProcessMemory[]) =>
  all.map(({ what, megabytes }) => `${what} ${Math.round(megabytes)}`).join(' + ');
