/**
 * STS's answer → credentials, or a refusal. Pure. SECURITY: what STS gave must be what was asked: account, role
 * name without its path, session name.
 */
import type { Scope } from '../contract/scope.ts';
import { AppError } from '../lib/app-error.ts';
import type { Credentials } from '../session/credentials.ts';
import { parseRoleArn } from './partition.ts';

/** The part of both operations' answers that is read. */
export interface StsAnswer {
  Credentials?:
    | {
        AccessKeyId: string | undefined;
        SecretAccessKey: string | undefined;
        SessionToken: string | undefined;
        Expiration: Date | undefined;
      }
    | undefined;
  AssumedRoleUser?: { Arn: string | undefined } | undefined;
}

export interface Asked {
  roleArn: string;
  /** Null: the company named none that could be read. */
  sessionName: string | null;
  scope: Scope;
  /** Epoch ms of AWS, when the answer came. */
  now: number;
}

export function credentialsIn(answer: StsAnswer, asked: Asked): Credentials {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = answer.Credentials ?? {};
  const expiresAt = Expiration?.getTime() ?? Number.NaN;
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !(expiresAt > asked.now)) {
    throw new AppError('sts-answer-garbled', { subject: asked.roleArn });
  }
  checkUser(answer.AssumedRoleUser?.Arn ?? '', asked);
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    startedAt: asked.now,
    expiresAt,
    scope: asked.scope,
  };
}

function checkUser(arn: string, { roleArn, sessionName }: Asked): void {
  const role = parseRoleArn(roleArn);
  const [, partition, account, name, session] =
    /^arn:([\w-]+):sts::(\d{12}):assumed-role\/([^/]+)\/([^/]+)$/.exec(arn) ?? [];
  const same =
    role !== null &&
    partition === role.partition &&
    account === role.accountId &&
    name === role.name &&
    (sessionName === null || session === sessionName);
  if (same) return;
  throw new AppError('sts-answer-mismatch', {
    retry: 'never',
    subject: `${arn || 'nobody'} instead of ${roleArn}`,
  });
}
