// For tests of how true the demo is: Debian's own aws client (Python, awscli 2.9) with an environment of its own.

import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Credentials, TestDemo } from './testing.ts';

const run = promisify(execFile);
// Debian's place first: another aws on the machine is another client.
const PATH = '/usr/bin:/usr/local/bin:/bin';

export interface AwsClient {
  /** A scratch folder. */
  home: string;
  /** Runs `aws`; stdout of a success, stderr of a failure. */
  aws(service: 'sts' | 's3', args: string[], credentials?: Credentials): Promise<string>;
}

export async function awsClient(demo: TestDemo, own: Credentials): Promise<AwsClient> {
  await run('aws', ['--version'], { env: { PATH } }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new Error('These tests need Debian’s aws client, which is not installed: apt-get install awscli');
  });
  const home = join(demo.dataFolder, 'home');
  await mkdir(home);
  return {
    home,
    async aws(service, args, credentials = own) {
      const endpoint = service === 's3' ? demo.organisation.s3Endpoint : demo.organisation.stsEndpoint;
      const env = {
        PATH,
        HOME: home,
        LANG: 'C.UTF-8',
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_DEFAULT_REGION: demo.organisation.region,
        AWS_ACCESS_KEY_ID: credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
        AWS_SESSION_TOKEN: credentials.sessionToken,
        AWS_MAX_ATTEMPTS: '1',
      };
      const all = ['--endpoint-url', endpoint, '--no-cli-pager', ...args];
      const failed = (error: { stderr?: string }) => ({ stdout: error.stderr ?? String(error) });
      return (await run('aws', all, { env, maxBuffer: 20_000_000 }).catch(failed)).stdout;
    },
  };
}
