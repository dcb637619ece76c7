/**
 * P10: what an upload of 10 GiB sends again after its session is exchanged, after its process is killed and after one
 * connection falls silent, each by itself; and the memory of the process all the while.
 */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { alone, type Figure } from '../figure.ts';
import { pssOf } from '../process-cost.ts';
import { openTransferDesk, type TransferDesk } from '../transfer-run.ts';
import type { Trouble } from '../transfer-server.ts';

const BYTES = 10 * 2 ** 30;
const AT = 0.4;
const MOST_PSS_MB = 250;
const LOOK_EVERY_MS = 250;

interface Interrupted {
  /** Percent of the file. */
  again: number;
  pssMb: number;
}

export const p10: Figure = {
  name: 'P10',
  says: 'bytes that 10 GiB send again after an exchanged session, a killed process and a silent connection',
  async measure() {
    const parts: string[] = [];
    let again = 0;
    let pssMb = 0;
    for (const [what, trouble] of Object.entries(TROUBLES)) {
      const one = await interrupted(trouble);
      parts.push(`${what} ${one.again.toFixed(2)} %`);
      again = Math.max(again, one.again);
      pssMb = Math.max(pssMb, one.pssMb);
    }
    const note = `${parts.join(', ')}; no file failed; at most ${Math.round(pssMb)} MB of PSS (aim ≤ ${MOST_PSS_MB})`;
    const figure = alone(again, { unit: '%', aim: 2, note });
    return { ...figure, meets: figure.meets && pssMb <= MOST_PSS_MB };
  },
};

const TROUBLES = {
  'exchanged session': { kind: 'end' },
  'kill −9': { kind: 'tell', kill: true },
  'silent connection': { kind: 'stall' },
} as const satisfies Record<string, { kind: Trouble; kill?: true }>;

async function interrupted({ kind, kill = false }: { kind: Trouble; kill?: boolean }): Promise<Interrupted> {
  const desk = await openTransferDesk();
  try {
    const file = join(await desk.company.desk.makeFolder('moved'), 'ten-gib');
    const handle = await open(file, 'w');
    await handle.truncate(BYTES);
    await handle.close();
    const { happened } = await desk.server.makeTrouble(kind, BYTES * AT);
    const { ended } = await desk.upload(file, 'files', 'ten/');
    const watched = watchMemory(desk, ended);
    await happened;
    if (kill) process.kill(await desk.pid(), 'SIGKILL');
    await ended;
    const { received, sizes } = await desk.server.count();
    if (sizes['ten/ten-gib'] !== BYTES) throw new Error(`the object has ${sizes['ten/ten-gib']} bytes`);
    return { again: (received / BYTES - 1) * 100, pssMb: await watched };
  } finally {
    await desk.dispose();
  }
}

/** The most that the process took; it may be another one after a while. */
async function watchMemory(desk: TransferDesk, ended: Promise<unknown>): Promise<number> {
  let over = false;
  const done = () => {
    over = true;
  };
  ended.then(done, done);
  let most = 0;
  while (!over) {
    const pid = await desk.pid();
    try {
      if (pid !== 0) most = Math.max(most, pssOf(pid));
    } catch {
      // It has just ended.
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return most / 1e6;
}
