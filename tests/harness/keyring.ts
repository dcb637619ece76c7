/**
 * Reads the Secret Service as a stranger on the bus would: no code of the app, no keytar.
 */
import { type Bus, fromVariant } from './bus.ts';

export interface Keyring {
  /** Accounts kept under a service name, sorted. */
  find(service: string): Promise<string[]>;
  read(service: string, account: string): Promise<string | null>;
}

const SERVICE = 'org.freedesktop.secrets';
const ROOT = {
  destination: SERVICE,
  path: '/org/freedesktop/secrets',
  interface: 'org.freedesktop.Secret.Service',
};
const PROPERTIES = 'org.freedesktop.DBus.Properties';
const ITEM = 'org.freedesktop.Secret.Item';

export function readKeyring(bus: Bus): Keyring {
  const search = async (attributes: [string, string][]): Promise<string[]> => {
    const [open, locked] = await bus.call(ROOT, 'SearchItems', 'a{ss}', [attributes]);
    return [...(open as string[]), ...(locked as string[])];
  };
  return {
    find: async (service) => {
      const paths = await search([['service', service]]);
      // An entry may go between the two questions.
      const accounts = await Promise.all(paths.map((path) => accountOf(bus, path).catch(() => [])));
      return accounts.flat().sort();
    },
    read: async (service, account) => {
      const [path] = await search([
        ['service', service],
        ['account', account],
      ]);
      return path === undefined ? null : secretOf(bus, path);
    },
  };
}

async function accountOf(bus: Bus, path: string): Promise<string[]> {
  const target = { destination: SERVICE, path, interface: PROPERTIES };
  const [variant] = await bus.call(target, 'Get', 'ss', [ITEM, 'Attributes']);
  const pairs = fromVariant(variant) as [string, string][];
  return [new Map(pairs).get('account') ?? ''];
}

/** A secret travels as `(oayays)`: session, parameters, value, content type. */
async function secretOf(bus: Bus, path: string): Promise<string> {
  const [, session] = await bus.call(ROOT, 'OpenSession', 'sv', ['plain', ['s', '']]);
  const target = { destination: SERVICE, path, interface: ITEM };
  const [secret] = await bus.call(target, 'GetSecret', 'o', [session]);
  return Buffer.from((secret as [string, Buffer, Buffer, string])[2]).toString('utf8');
}
