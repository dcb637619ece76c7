/**
 * Assertion + role → credentials, by `AssumeRoleWithSAML` with duration step-down, at the regional STS
 * endpoint of the role's partition or the organisation's own. One world: STS.
 */
import { AssumeRoleWithSAMLCommand, type AssumeRoleWithSAMLResponse, STSClient } from '@aws-sdk/client-sts';
import { AppError } from '../lib/app-error.ts';
import { sdkHandler } from '../network/sdk-handler.ts';
import type { HttpTransport } from '../network/transport.ts';
import type { Credentials } from '../session/credentials.ts';
import type { Assertion } from './assertion.ts';
import { parseRoleArn, regionFor } from './partition.ts';
import { isDurationRefusal, stsError } from './sts-errors.ts';

export interface TradeRequest {
  /** Whose network the call goes over. */
  organisation: string;
  useFips: boolean;
  assertion: Assertion;
  roleArn: string;
  providerArn: string;
  region: string;
  /** Organisation's own STS, if it has one. */
  endpoint: string | undefined;
  /** Longest duration to ask for, seconds: the ceiling, or what was learned. */
  durationSeconds: number;
}

export interface Trade {
  credentials: Credentials;
  /** What STS took without refusing, to be learned for this role. */
  durationSeconds: number;
}

/** STS API Reference, AssumeRoleWithSAML: 900 s to the role's maximum, itself 1 to 12 h. */
const durationSteps = [28_800, 14_400, 7_200, 3_600];

export type TradeAtSts = (request: TradeRequest) => Promise<Trade>;

export function createStsTrade(
  now: () => number,
  transportOf: (organisation: string) => HttpTransport,
): TradeAtSts {
  return async (request) => {
    const steps = [
      request.durationSeconds,
      ...durationSteps.filter((step) => step < request.durationSeconds),
    ];
    const client = createClient(request, transportOf);
    try {
      for (const durationSeconds of steps) {
        const startedAt = now();
        const answer = await ask(client, request, durationSeconds).catch((error: unknown) => {
          if (isDurationRefusal(error) && durationSeconds !== steps.at(-1)) return null;
          throw stsError(error, request.roleArn);
        });
        if (answer) return { credentials: checked(answer, request, startedAt), durationSeconds };
      }
      throw new AppError('sts-duration-refused', { subject: request.roleArn });
    } finally {
      client.destroy();
    }
  };
}

function createClient(
  request: TradeRequest,
  transportOf: (organisation: string) => HttpTransport,
): STSClient {
  const role = parseRoleArn(request.roleArn);
  if (!role) throw new AppError('sts-role-refused', { subject: request.roleArn });
  return new STSClient({
    region: regionFor(role.partition, request.region),
    ...(request.endpoint === undefined ? {} : { endpoint: request.endpoint }),
    // The call is not signed, and nothing of this machine's own AWS set-up may be looked up for it.
    credentials: { accessKeyId: 'unsigned', secretAccessKey: 'unsigned' },
    // An endpoint that is named is that endpoint.
    useFipsEndpoint: request.useFips && request.endpoint === undefined,
    useDualstackEndpoint: false,
    retryMode: 'standard',
    maxAttempts: 3,
    // Its time limits are the transport's own.
    requestHandler: sdkHandler(transportOf(request.organisation)),
  });
}

function ask(
  client: STSClient,
  request: TradeRequest,
  durationSeconds: number,
): Promise<AssumeRoleWithSAMLResponse> {
  return client.send(
    new AssumeRoleWithSAMLCommand({
      RoleArn: request.roleArn,
      PrincipalArn: request.providerArn,
      SAMLAssertion: request.assertion.base64,
      DurationSeconds: durationSeconds,
    }),
  );
}

/** SECURITY: what STS gave must be what was asked: account, role name without path, session name. */
function checked(answer: AssumeRoleWithSAMLResponse, request: TradeRequest, startedAt: number): Credentials {
  const given = answer.Credentials;
  const accessKeyId = given?.AccessKeyId;
  const secretAccessKey = given?.SecretAccessKey;
  const sessionToken = given?.SessionToken;
  const expiresAt = given?.Expiration?.getTime() ?? Number.NaN;
  if (!accessKeyId || !secretAccessKey || !sessionToken || !(expiresAt > startedAt)) {
    throw new AppError('sts-answer-garbled', { subject: request.roleArn });
  }
  const asked = parseRoleArn(request.roleArn);
  const arn = answer.AssumedRoleUser?.Arn ?? '';
  const [, partition, account, role, session] =
    /^arn:([\w-]+):sts::(\d{12}):assumed-role\/([^/]+)\/([^/]+)$/.exec(arn) ?? [];
  const sameSession = request.assertion.sessionName === null || session === request.assertion.sessionName;
  if (
    !asked ||
    partition !== asked.partition ||
    account !== asked.accountId ||
    role !== asked.name ||
    !sameSession
  ) {
    throw new AppError('sts-answer-mismatch', {
      retry: 'never',
      subject: `${arn || 'nobody'} instead of ${request.roleArn}`,
    });
  }
  return { accessKeyId, secretAccessKey, sessionToken, startedAt, expiresAt };
}
