/**
 * Account names as AWS knows them: asked once a week and account, with a session that is live anyway, and
 * remembered also when the role may not ask. Silent: nothing of this is ever in the way.
 */
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { Credentials } from '../session/credentials.ts';
import type { Organisation, Pass } from '../settings/schema.ts';
import { parseRoleArn } from '../signin/partition.ts';
import { type IamPlace, iamPlace, listAliasesQuery, readAlias } from './iam.ts';

export type AskedAliases = Readonly<Record<string, { alias: string | null; askedAt: number }>>;

export interface AccountAliases {
  aliasOf(accountId: string): string | null;
  /** Asks for the accounts of live sessions that nobody asked for in a week. */
  look(): void;
}

interface Parts {
  clock: Pick<Clock, 'now'>;
  log: Log;
  passes: () => readonly Pass[];
  organisation: (id: string) => Organisation | undefined;
  credentials: (pass: string) => Credentials | null;
  memory: { read: () => AskedAliases; write: (asked: AskedAliases) => void };
  sign: (
    place: IamPlace,
    query: Readonly<Record<string, string>>,
    credentials: Credentials,
    at: number,
  ) => Promise<Record<string, string>>;
  /** GET over https; the body of a 200, else null. */
  get: (url: string, headers: Record<string, string>) => Promise<Uint8Array | null>;
  changed: () => void;
}

const WEEK_MS = 7 * 24 * 3_600_000;
const MOST_REMEMBERED = 1000;

export function createAccountAliases(parts: Parts): AccountAliases {
  const { clock, log, memory } = parts;
  const asking = new Set<string>();

  const isDue = (accountId: string) =>
    !asking.has(accountId) &&
    clock.now() - (memory.read()[accountId]?.askedAt ?? Number.NEGATIVE_INFINITY) > WEEK_MS;
  const ask = async (place: IamPlace, credentials: Credentials) => {
    const headers = await parts.sign(place, listAliasesQuery, credentials, clock.now());
    const body = await parts.get(`https://${place.host}/?${new URLSearchParams(listAliasesQuery)}`, headers);
    return body === null ? null : readAlias(body);
  };
  const remember = (accountId: string, alias: string | null) => {
    const others = Object.entries(memory.read()).filter(([id]) => id !== accountId);
    const kept = others.slice(-(MOST_REMEMBERED - 1));
    memory.write(Object.fromEntries([...kept, [accountId, { alias, askedAt: clock.now() }]]));
  };
  const learn = async (accountId: string, place: IamPlace, credentials: Credentials) => {
    asking.add(accountId);
    const alias = await ask(place, credentials).catch((error: unknown) => {
      log('account alias not read', { accountId, error });
      return null;
    });
    remember(accountId, alias);
    asking.delete(accountId);
    if (alias !== null) parts.changed();
  };

  return {
    aliasOf: (accountId) => memory.read()[accountId]?.alias ?? null,
    look() {
      for (const pass of parts.passes()) {
        const role = parseRoleArn(pass.roleArn);
        const place = role && iamPlace(role.partition);
        // Credentials of a compatible service, or of the demo, are nothing to show to AWS.
        const itsOwn = parts.organisation(pass.organisation)?.endpoints !== undefined;
        if (!role || !place || itsOwn || !isDue(role.accountId)) continue;
        const credentials = parts.credentials(pass.id);
        if (credentials) void learn(role.accountId, place, credentials);
      }
    },
  };
}
