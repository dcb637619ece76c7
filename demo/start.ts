// Starts Larkfield, the demo organisation: identity provider, STS and console on one loopback port, S3 on another.
// Knows nothing of the app, which speaks to it through process.ts and messages.ts only.

import { createConsole } from './console/handle.ts';
import { type Handle, serve } from './http/serve.ts';
import { createIdp } from './idp/handle.ts';
import { type Kept, loadKept, saveKept } from './kept.ts';
import { createS3 } from './s3/handle.ts';
import type { ListFaults } from './s3/list-faults.ts';
import { createSessionTokens } from './session-token.ts';
import { createSts } from './sts/handle.ts';

export interface DemoOrganisation {
  id: 'demo';
  name: 'Larkfield';
  signInUrl: string;
  stsEndpoint: string;
  s3Endpoint: string;
  consoleEndpoint: string;
  region: 'eu-west-1';
  close(): Promise<void>;
}

/** `now` gives epoch ms. Keys and ports live in `<dataFolder>/demo/`, so that a restart changes nothing. */
export async function startDemo(options: {
  dataFolder: string;
  now: () => number;
  /** Tests only. */
  listFaults?: ListFaults;
}): Promise<DemoOrganisation> {
  const { dataFolder, now, listFaults } = options;
  const kept = await loadKept(dataFolder, now());
  const tokens = createSessionTokens(Buffer.from(kept.masterKey, 'base64'));
  const web = await serve({ port: kept.webPort, now, handle: webHandle(kept, tokens, now) });
  const s3Handle = createS3({ now, tokens });
  const handle = listFaults?.around(s3Handle) ?? s3Handle;
  const s3 = await serve({ port: kept.s3Port, now, handle }).catch(async (error) => {
    await web.close();
    throw error;
  });
  if (web.port !== kept.webPort || s3.port !== kept.s3Port) {
    await saveKept(dataFolder, { ...kept, webPort: web.port, s3Port: s3.port });
  }
  return {
    id: 'demo',
    name: 'Larkfield',
    signInUrl: `http://127.0.0.1:${web.port}/idp/sso`,
    stsEndpoint: `http://127.0.0.1:${web.port}/sts`,
    s3Endpoint: `http://127.0.0.1:${s3.port}`,
    consoleEndpoint: `http://127.0.0.1:${web.port}/federation`,
    region: 'eu-west-1',
    close: async () => {
      await Promise.all([web.close(), s3.close()]);
    },
  };
}

function webHandle(kept: Kept, tokens: ReturnType<typeof createSessionTokens>, now: () => number): Handle {
  const masterKey = Buffer.from(kept.masterKey, 'base64');
  const idp = createIdp({ now, masterKey, signer: kept });
  const sts = createSts({ now, tokens, certificatePem: kept.certificatePem });
  const awsConsole = createConsole({ now, tokens, masterKey });
  return (request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    // The SDKs put a slash behind an endpoint's path.
    if (/^\/sts\/?$/.test(path)) return sts(request, response);
    return (/^\/(federation|oauth|console)$/.test(path) ? awsConsole : idp)(request, response);
  };
}
