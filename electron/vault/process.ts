/**
 * The keychain process: keytar behind four messages, one at a time. In a process of its own, because a native
 * call may block on a person's prompt or crash. SECURITY: never `findCredentials`: a foreign item can crash it.
 */
import keytar from 'keytar';
import { KeychainRequest } from './messages.ts';

let queue: Promise<unknown> = Promise.resolve();

process.parentPort.on('message', ({ data }: { data: unknown }) => {
  const parsed = KeychainRequest.safeParse(data);
  if (!parsed.success) return;
  const request = parsed.data;
  queue = queue.then(async () => {
    try {
      process.parentPort.postMessage({ id: request.id, ok: true, value: await run(request) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      process.parentPort.postMessage({ id: request.id, ok: false, message: message.slice(0, 500) });
    }
  });
});

async function run(request: KeychainRequest): Promise<string | boolean | null> {
  const { service, account } = request;
  switch (request.op) {
    case 'get':
      return keytar.getPassword(service, account);
    case 'set':
      await keytar.setPassword(service, account, request.value);
      return null;
    case 'delete':
      return keytar.deletePassword(service, account);
  }
}
