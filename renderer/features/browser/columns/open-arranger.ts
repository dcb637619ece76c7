/** Starts the worker that sorts and filters. The page's policy takes addresses of scripts from one place only: this. */

import type { OpenArranger } from './arranger.ts';
import type { Arranged } from './arranger-messages.ts';
import workerAddress from './arranger-worker.ts?worker&url';

interface TrustedTypes {
  /** What it makes is taken where an address is; the library of types knows neither. */
  createPolicy(name: string, rules: ScriptAddresses): ScriptAddresses;
}
interface ScriptAddresses {
  createScriptURL(address: string): string;
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
// SECURITY: `require-trusted-types-for 'script'`; the only address this policy lets through is the build's own.
const policy = trustedTypes?.createPolicy('daypass-worker', {
  createScriptURL(address) {
    if (address !== workerAddress) throw new TypeError('not a script of Daypass');
    return address;
  },
});

export const openArranger: OpenArranger = (answer, failed) => {
  const worker = new Worker(policy?.createScriptURL(workerAddress) ?? workerAddress, { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<Arranged>) => answer(data));
  worker.addEventListener('error', failed);
  return { post: (order) => worker.postMessage(order), close: () => worker.terminate() };
};
