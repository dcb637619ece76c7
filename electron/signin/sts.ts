/**
 * Assertion + role → credentials, by `AssumeRoleWithSAML` with duration step-down, and `AssumeRole` for a second
 * role, at the regional STS endpoint of the role's partition or the organisation's own. One world: STS.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { AssumeRoleCommand, AssumeRoleWithSAMLCommand, STSClient } from '@aws-sdk/client-sts';
import { listenForTime, type TellServerTime } from '../lib/server-time.ts';
import { sdkHandler } from '../network/sdk-handler.ts';
import type { HttpTransport } from '../network/transport.ts';
import type { Credentials } from '../session/credentials.ts';
import type { ThenAssume } from '../settings/schema.ts';
import { type RoleName, regionFor } from './partition.ts';
import { createRefusals } from './refused-for-good.ts';
import { credentialsIn } from './sts-answer.ts';
import { chainError, isDurationRefusal, stsError } from './sts-errors.ts';
import { type Patience, withRetries } from './sts-retry.ts';
import { chainInput, checkRoles, durationsOf, samlInput, type TradeRequest } from './trade-request.ts';

export interface Trade {
  credentials: Credentials;
  /** What STS took without refusing; less than was asked when it refused more. */
  durationSeconds: number;
}

export type TradeAtSts = (request: TradeRequest) => Promise<Trade>;

interface Parts {
  /** AWS's time, as far as it is known. */
  now: () => number;
  /** How far `now` is from the machine's clock, which the SDK signs by. */
  offsetMs: () => number;
  transportOf: (organisation: string) => HttpTransport;
  tellServerTime: TellServerTime;
  patience?: Patience;
}

const realPatience: Patience = { wait, random: Math.random };

export function createStsTrade(parts: Parts): TradeAtSts {
  const refusals = createRefusals();
  return async (request) => {
    const { assertion } = request;
    const role = checkRoles(request);
    refusals.check(assertion, request);
    try {
      const first = await assumeWithSaml(request, role, parts);
      if (!request.thenAssume) return first;
      const credentials = await assumeSecond(request, request.thenAssume, role, first.credentials, parts);
      return { credentials, durationSeconds: request.durationSeconds };
    } catch (error) {
      refusals.note(assertion, request, error);
      throw error;
    }
  };
}

async function assumeWithSaml(request: TradeRequest, role: RoleName, parts: Parts): Promise<Trade> {
  const { assertion, roleArn, thenAssume } = request;
  const scope = thenAssume ? 'full' : request.scope;
  const client = createClient(request, role, parts);
  const ask = (seconds: number) =>
    withRetries(
      () =>
        client.send(new AssumeRoleWithSAMLCommand(samlInput(request, seconds))).catch((error: unknown) => {
          throw stsError(error, roleArn);
        }),
      request.stillGood,
      parts.patience ?? realPatience,
    );
  try {
    const durations = durationsOf(request);
    for (const durationSeconds of durations) {
      const answer = await ask(durationSeconds).catch((error: unknown) => {
        if (isDurationRefusal(error) && durationSeconds !== durations.at(-1)) return null;
        throw error;
      });
      if (!answer) continue;
      const { sessionName } = assertion;
      const credentials = credentialsIn(answer, { roleArn, sessionName, scope, now: parts.now() });
      return { credentials, durationSeconds };
    }
    throw new Error('the last duration is answered or refused');
  } finally {
    client.destroy();
  }
}

async function assumeSecond(
  request: TradeRequest,
  then: ThenAssume,
  role: RoleName,
  first: Credentials,
  parts: Parts,
): Promise<Credentials> {
  const client = createClient(request, role, parts, first);
  const input = chainInput(request, then);
  try {
    const answer = await withRetries(
      () =>
        client.send(new AssumeRoleCommand(input)).catch((error: unknown) => {
          throw chainError(error, then.roleArn, request.roleArn);
        }),
      // The assertion is not sent here: what counts is the first session, and that is fresh.
      () => parts.now() < first.expiresAt,
      parts.patience ?? realPatience,
    );
    const { RoleArn: roleArn, RoleSessionName: sessionName } = input;
    return credentialsIn(answer, { roleArn, sessionName, scope: request.scope, now: parts.now() });
  } finally {
    client.destroy();
  }
}

/** Without `signer` nothing is signed: AssumeRoleWithSAML takes the assertion in place of keys. */
function createClient(request: TradeRequest, role: RoleName, parts: Parts, signer?: Credentials): STSClient {
  const client = new STSClient({
    region: regionFor(role.partition, request.region),
    ...(request.endpoint === undefined ? {} : { endpoint: request.endpoint }),
    // Nothing of this machine's own AWS set-up may be looked up.
    credentials: signer
      ? {
          accessKeyId: signer.accessKeyId,
          secretAccessKey: signer.secretAccessKey,
          sessionToken: signer.sessionToken,
        }
      : { accessKeyId: 'unsigned', secretAccessKey: 'unsigned' },
    systemClockOffset: parts.offsetMs(),
    // An endpoint that is named is that endpoint.
    useFipsEndpoint: request.useFips && request.endpoint === undefined,
    useDualstackEndpoint: false,
    // Tries are counted by `withRetries`, which knows how long the assertion is good.
    maxAttempts: 1,
    // Its time limits are the transport's own.
    requestHandler: sdkHandler(parts.transportOf(request.organisation)),
  });
  listenForTime(client, parts.tellServerTime);
  return client;
}
