/** What others take for the same bytes: AWS's SDK in a process like ours, and the programs of the command line. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Company } from './company.ts';
import { peerEnv } from './peer-env.ts';
import { BUCKET, transferServerFolder } from './transfer-server.ts';

export interface Took {
  ms: number;
  /** Of the process that moved the bytes; null for programs of others. */
  cpuMs: number | null;
}

interface Inside {
  benchPeer?: { told: unknown };
}

/** In a utility process of the app's own Electron, as its transfers are. */
export async function sdkPeer(
  { app }: Company,
  what: { kind: 'upload' | 'download'; endpoint: string; key: string; file: string },
): Promise<Took> {
  const order = { module: join(transferServerFolder, 'sdk-peer.mjs'), what: { ...what, bucket: BUCKET } };
  await app.electron.evaluate(({ utilityProcess }, { module, what }) => {
    const inside = globalThis as unknown as Inside;
    const peer: { told: unknown } = { told: undefined };
    inside.benchPeer = peer;
    const child = utilityProcess.fork(module, [], { serviceName: 'peer' });
    child.once('message', (told) => {
      peer.told = told;
      child.kill();
    });
    child.once('exit', (code) => {
      peer.told ??= { failed: `ended with ${code}` };
    });
    child.postMessage(what);
  }, order);
  for (;;) {
    const told = await app.electron.evaluate(() => (globalThis as unknown as Inside).benchPeer?.told ?? null);
    if (told !== null) {
      const { failed, ms, cpuMs } = told as { failed?: string; ms: number; cpuMs: number };
      if (failed !== undefined) throw new Error(`the SDK: ${failed}`);
      return { ms, cpuMs };
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

export type Program = 'aws' | 'rclone' | 'curl';

/** `from` and `to`: a path, or a key after `s3:`. Null: the program is not there, or can't do it. */
export function program(
  name: Program,
  { origin, from, to, recursive = false }: { origin: string; from: string; to: string; recursive?: boolean },
): Promise<Took | null> {
  const key = (place: string) => place.slice('s3:'.length);
  const isKey = (place: string) => place.startsWith('s3:');
  if (name === 'aws') {
    const of = (place: string) => (isKey(place) ? `s3://${BUCKET}/${key(place)}` : place);
    const more = recursive ? ['--recursive'] : [];
    return run('/usr/bin/aws', [
      ...['--endpoint-url', origin, 's3', 'cp', '--only-show-errors', ...more],
      ...[of(from), of(to)],
    ]);
  }
  if (name === 'rclone') {
    const remote = `:s3,provider=Other,env_auth=true,region=eu-west-1,no_check_bucket=true,endpoint='${origin}':${BUCKET}`;
    const of = (place: string) => (isKey(place) ? `${remote}/${key(place)}` : place);
    return run('rclone', [recursive ? 'copy' : 'copyto', '--config', '', of(from), of(to)]);
  }
  return run('curl', ['-sf', '-o', to, `${origin}/${BUCKET}/${key(from)}`]);
}

function run(command: string, args: readonly string[]): Promise<Took | null> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: peerEnv, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-500);
    });
    child.once('error', () => resolve(null));
    child.once('close', (code) => {
      if (code !== 0) return reject(new Error(`${command} ended with ${code}: ${said}`));
      resolve({ ms: performance.now() - startedAt, cpuMs: null });
    });
  });
}
