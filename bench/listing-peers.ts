/** What others take for the first hundred thousand names: AWS's SDK, `aws s3 ls` and `rclone`, one after the other. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type ListingServer, listServerFolder } from './listing-server.ts';
import { peerEnv } from './peer-env.ts';

export interface SdkRun {
  names: number;
  pages: number;
  ms: number;
  cpuMs: number;
  /** PSS that keeping the names cost. */
  bytes: number;
}

export interface Peers {
  sdk: SdkRun;
  /** Names a second; null where the program is not there. */
  aws: number | null;
  rclone: number | null;
}

const FEW = 100_000;

export async function measurePeers({ origin }: ListingServer): Promise<Peers> {
  const sdk = await run(process.execPath, [
    '--expose-gc',
    join(listServerFolder, 'sdk-peer.mjs'),
    origin,
    'few',
  ]);
  if (sdk === null) throw new Error('the SDK could not list');
  const remote = `:s3,provider=Other,list_version=2,env_auth=true,region=eu-west-1,endpoint='${origin}':few`;
  return {
    sdk: JSON.parse(sdk.output) as SdkRun,
    aws: namesASecond(await run('/usr/bin/aws', ['--endpoint-url', origin, 's3', 'ls', 's3://few/'])),
    rclone: namesASecond(await run('rclone', ['lsf', '--config', '', remote])),
  };
}

function namesASecond(ran: { output: string; ms: number } | null): number | null {
  if (ran === null) return null;
  const lines = ran.output.split('\n').length - 1;
  if (lines !== FEW) throw new Error(`a peer listed ${lines} names, not ${FEW}`);
  return (lines / ran.ms) * 1000;
}

/** Null when there is no such program. */
function run(command: string, args: readonly string[]): Promise<{ output: string; ms: number } | null> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: peerEnv, stdio: ['ignore', 'pipe', 'ignore'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', () => resolve(null));
    child.once('close', (code) => {
      if (code !== 0) return reject(new Error(`${command} ended with ${code}`));
      resolve({ output: Buffer.concat(chunks).toString(), ms: performance.now() - startedAt });
    });
  });
}
