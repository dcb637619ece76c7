/** P7 to P9: how fast files go up and come down, against AWS's SDK in the same kind of process and the command line's programs. */
import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Figure, type Measured, median, spread, timesPeer } from '../figure.ts';
import { type Program, program, sdkPeer, type Took } from '../transfer-peers.ts';
import { openTransferDesk, type TransferDesk } from '../transfer-run.ts';

const GIB = 2 ** 30;
const TURNS = 3;
const SMALL = 10_000;
const SMALL_BYTES = 16 * 1024;
const megabytes = (bytes: number, ms: number) => bytes / 1e6 / (ms / 1000);

interface Turns {
  ms: number[];
  cpuMs: number[];
}

/** Ours, with the processor time of the transfer process. */
async function oursIn(desk: TransferDesk, move: (turn: number) => Promise<{ ms: number }>): Promise<Turns> {
  const all: Turns = { ms: [], cpuMs: [] };
  for (let turn = 0; turn < TURNS; turn++) {
    const before = await desk.cpuMs();
    all.ms.push((await move(turn)).ms);
    all.cpuMs.push((await desk.cpuMs()) - before);
  }
  return all;
}

async function theirs(turns: number, take: (turn: number) => Promise<Took | null>): Promise<Turns | null> {
  const all: Turns = { ms: [], cpuMs: [] };
  for (let turn = 0; turn < turns; turn++) {
    const took = await take(turn);
    if (took === null) return null;
    all.ms.push(took.ms);
    if (took.cpuMs !== null) all.cpuMs.push(took.cpuMs);
  }
  return all;
}

/** The first transfer of all starts the process and opens connections. */
async function warm(desk: TransferDesk): Promise<void> {
  const file = join(desk.company.desk.folder, 'warm');
  await writeFile(file, 'warm');
  await (await desk.upload(file, 'files', 'warm/')).ended;
}

async function withDesk<T>(work: (desk: TransferDesk, folder: string) => Promise<T>): Promise<T> {
  const desk = await openTransferDesk();
  try {
    await warm(desk);
    return await work(desk, await desk.company.desk.makeFolder('moved'));
  } finally {
    await desk.dispose();
  }
}

/** Reading it costs no disk, for anybody. */
async function sparseFile(path: string, bytes: number): Promise<string> {
  const handle = await open(path, 'w');
  await handle.truncate(bytes);
  await handle.close();
  return path;
}

const said = (name: string, bytes: number, turns: Turns | null) =>
  turns === null ? `${name} not there` : `${name} ${Math.round(megabytes(bytes, median(turns.ms)))} MB/s`;
const CLI_AIM = 0.9;

export const p7: Figure = {
  name: 'P7',
  says: 'a file of 2 GiB going up at 50 MB/s a connection, against lib-storage',
  measure: () =>
    withDesk(async (desk, folder) => {
      const bytes = 2 * GIB;
      const { server, company } = desk;
      const file = await sparseFile(join(folder, 'two-gib'), bytes);
      const ours = await oursIn(desk, async (turn) => (await desk.upload(file, 'files', `o${turn}/`)).ended);
      const endpoint = server.origin;
      const lib = await theirs(TURNS, (turn) =>
        sdkPeer(company, { kind: 'upload', endpoint, key: `l${turn}`, file }),
      );
      const cli = (name: Program) =>
        theirs(TURNS, (turn) => program(name, { origin: endpoint, from: file, to: `s3:${name}${turn}` }));
      const [aws, rclone] = [await cli('aws'), await cli('rclone')];
      if (lib === null) throw new Error('the SDK is not there');
      const cpu = median(ours.cpuMs) / median(lib.cpuMs);
      const faster = Math.min(...[aws, rclone].flatMap((turns) => (turns ? median(turns.ms) : [])));
      const note = `${spread(ours.ms, 'ms')}; processor time ${cpu.toFixed(2)}× of lib-storage’s (aim ≤ 0.35×); ${said('aws s3 cp', bytes, aws)}, ${said('rclone', bytes, rclone)}`;
      const speed = timesPeer(megabytes(bytes, median(ours.ms)), megabytes(bytes, median(lib.ms)), {
        unit: 'MB/s',
        aim: 2,
        note,
      });
      return { ...speed, meets: speed.meets && cpu <= 0.35 && faster / median(ours.ms) >= CLI_AIM };
    }),
};

export const p8: Figure = {
  name: 'P8',
  says: 'an object of 1 GiB coming down at 25 MB/s a connection and verified, against one stream of the SDK',
  measure: () =>
    withDesk(async (desk, folder) => {
      const bytes = GIB;
      const { server, company } = desk;
      const ours = await oursIn(desk, async (turn) => {
        const to = join(folder, `o${turn}`);
        await company.desk.makeFolder(`moved/o${turn}`);
        const took = await (await desk.download({ key: 'gib' }, to)).ended;
        await rm(to, { recursive: true });
        return took;
      });
      const endpoint = server.origin;
      const file = join(folder, 'theirs');
      const stream = await theirs(TURNS, () =>
        sdkPeer(company, { kind: 'download', endpoint, key: 'gib', file }),
      );
      const cli = (name: Program, turns = TURNS) =>
        theirs(turns, async () => {
          await rm(file, { force: true });
          return program(name, { origin: endpoint, from: 's3:gib', to: file });
        });
      const [aws, rclone] = [await cli('aws'), await cli('rclone')];
      // One stream at the same limit is one stream.
      const curl = await cli('curl', 1);
      if (stream === null) throw new Error('the SDK is not there');
      const best = Math.min(...[aws, rclone, curl].flatMap((turns) => (turns ? median(turns.ms) : [])));
      const note = `${spread(ours.ms, 'ms')}, ${(median(ours.cpuMs) / 1000).toFixed(1)} s of processor; ${said('aws s3 cp', bytes, aws)}, ${said('rclone', bytes, rclone)}, ${said('curl (once)', bytes, curl)}`;
      const speed = timesPeer(megabytes(bytes, median(ours.ms)), megabytes(bytes, median(stream.ms)), {
        unit: 'MB/s',
        aim: 6,
        note,
      });
      return { ...speed, meets: speed.meets && best / median(ours.ms) >= CLI_AIM };
    }),
};

export const p9: Figure = {
  name: 'P9',
  says: '10,000 files of 16 KiB, each way by itself, against aws s3 cp --recursive',
  measure: () =>
    withDesk(async (desk, folder) => {
      const source = join(folder, 'small');
      await writeSmallFiles(source);
      const { server, company } = desk;
      const upOurs = await oursIn(
        desk,
        async (turn) => (await desk.upload(source, 'folders', `o${turn}/`)).ended,
      );
      const downOurs = await oursIn(desk, async (turn) => {
        await company.desk.makeFolder(`moved/o${turn}`);
        const to = join(folder, `o${turn}`);
        const took = await (await desk.download({ prefix: 'small/' }, to)).ended;
        await rm(to, { recursive: true });
        return took;
      });
      const origin = server.origin;
      const upAws = await theirs(TURNS, (turn) =>
        program('aws', { origin, from: source, to: `s3:a${turn}`, recursive: true }),
      );
      const downAws = await theirs(TURNS, async () => {
        const to = join(folder, 'theirs');
        const took = await program('aws', { origin, from: 's3:small/', to, recursive: true });
        await rm(to, { recursive: true, force: true });
        return took;
      });
      if (upAws === null || downAws === null) throw new Error('aws is not there');
      return worse(perSecond('up', upOurs, upAws), perSecond('down', downOurs, downAws));
    }),
};

function perSecond(way: string, ours: Turns, aws: Turns): Measured {
  const rate = (turns: Turns) => SMALL / (median(turns.ms) / 1000);
  return timesPeer(rate(ours), rate(aws), {
    unit: 'files/s',
    aim: 3,
    note: `${way} ${(rate(ours) / rate(aws)).toFixed(1)}×, ${Math.round(rate(ours))} against ${Math.round(rate(aws))} files/s`,
  });
}

/** The way that is less good counts. */
function worse(one: Measured, other: Measured): Measured {
  const less = (one.ratio ?? 0) < (other.ratio ?? 0) ? one : other;
  return { ...less, note: `${one.note}; ${other.note}` };
}

async function writeSmallFiles(folder: string): Promise<void> {
  const bytes = Buffer.alloc(SMALL_BYTES, 'small ');
  for (let i = 0; i < SMALL; i++) {
    const inside = join(folder, String(Math.floor(i / 100)).padStart(3, '0'));
    if (i % 100 === 0) await mkdir(inside, { recursive: true });
    await writeFile(join(inside, `${String(i).padStart(5, '0')}.bin`), bytes);
  }
}
