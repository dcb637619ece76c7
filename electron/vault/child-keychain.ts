/**
 * The keychain of this machine, through the keychain process: started on demand, ended after a minute idle,
 * given up on and ended when it does not answer.
 */
import { type UtilityProcess, utilityProcess } from 'electron';
import { type Keychain, KeychainError } from './keychain.ts';
import { KeychainAnswer } from './messages.ts';

const ANSWER_WITHIN_MS = 15_000;
const IDLE_MS = 60_000;

/** An account that never exists. */
const WARMING = 'daypass-warming';

type Operation = { op: 'get' | 'delete' } | { op: 'set'; value: string };
type Value = string | boolean | null;
interface Waiting {
  resolve: (value: Value) => void;
  reject: (error: Error) => void;
}

export function createChildKeychain(modulePath: string, service: string): Keychain & { warm(): void } {
  const waiting = new Map<number, Waiting>();
  let child: UtilityProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  const end = (reason: string) => {
    child?.kill();
    child = undefined;
    for (const { reject } of waiting.values()) reject(new KeychainError(reason));
    waiting.clear();
  };
  const restIdle = () => {
    clearTimeout(idle);
    idle = setTimeout(() => end('idle'), IDLE_MS);
    idle.unref();
  };
  const start = (): UtilityProcess => {
    if (child) return child;
    const started = utilityProcess.fork(modulePath, [], { serviceName: 'Daypass keychain', stdio: 'ignore' });
    started.on('message', (message: unknown) => {
      const answer = KeychainAnswer.safeParse(message);
      if (!answer.success) return;
      const settled = waiting.get(answer.data.id);
      waiting.delete(answer.data.id);
      if (answer.data.ok) settled?.resolve(answer.data.value);
      else settled?.reject(new KeychainError(answer.data.message));
    });
    started.on('exit', () => {
      if (child === started) end('the keychain process ended');
    });
    child = started;
    return started;
  };
  const ask = (account: string, operation: Operation): Promise<Value> => {
    restIdle();
    const id = ++lastId;
    const process = start();
    return new Promise<Value>((resolve, reject) => {
      const patience = setTimeout(() => {
        if (waiting.has(id)) end('the keychain did not answer');
      }, ANSWER_WITHIN_MS);
      const done = () => clearTimeout(patience);
      waiting.set(id, {
        resolve: (value) => {
          done();
          resolve(value);
        },
        reject: (error) => {
          done();
          reject(error);
        },
      });
      process.postMessage({ id, service, account, ...operation });
    });
  };

  return {
    // A question, not only the process: the first one opens the road to the system's keychain.
    warm: () => (child ? restIdle() : void ask(WARMING, { op: 'get' }).catch(() => undefined)),
    get: async (account) => {
      const value = await ask(account, { op: 'get' });
      return typeof value === 'string' ? value : null;
    },
    set: async (account, value) => {
      await ask(account, { op: 'set', value });
    },
    delete: async (account) => (await ask(account, { op: 'delete' })) === true,
  };
}
