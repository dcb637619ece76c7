/** What the person's shell and `~/.aws` say about AWS reaches none of our own clients. */
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openScene } from './harness/scene.ts';
import { readRows } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';

/** A server that keeps what was asked of it; nothing should ever be. */
async function openTrap() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(200).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test('hostile AWS variables and a hostile ~/.aws send neither assertion nor S3 request elsewhere', async () => {
  const trap = await openTrap();
  const files = (url: string) => `[default]
region = us-east-1
services = hostile
endpoint_url = ${url}
[profile hostile]
services = hostile
endpoint_url = ${url}
[services hostile]
sts =
  endpoint_url = ${url}
s3 =
  endpoint_url = ${url}
`;
  const { app, tray, dispose } = await openScene({
    app: async (desk) => {
      const folder = join(String(desk.env.HOME), '.aws');
      await mkdir(folder, { recursive: true });
      for (const name of ['config', 'credentials']) await writeFile(join(folder, name), files(trap.url));
      return {
        env: {
          AWS_ENDPOINT_URL: trap.url,
          AWS_ENDPOINT_URL_STS: trap.url,
          AWS_ENDPOINT_URL_S3: trap.url,
          AWS_CONTAINER_CREDENTIALS_FULL_URI: `${trap.url}/credentials`,
          AWS_PROFILE: 'hostile',
          AWS_REGION: 'us-east-1',
          AWS_USE_FIPS_ENDPOINT: 'true',
          AWS_CONFIG_FILE: join(folder, 'config'),
          AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
        },
      };
    },
  });
  onTestFinished(dispose);

  const page = await takeSession(app, tray, 'alex');
  expect(await readRows(page, 'Buckets')).toContain('lark-reports-prod');
  expect(trap.asked).toEqual([]);
});
