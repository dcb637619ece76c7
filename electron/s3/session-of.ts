/** A pass's live session and its organisation's endpoint → what the S3 process works with, or null. Pure. */
import type { Sessions } from '../session/service.ts';
import type { SettingsService } from '../settings/service.ts';
import type { S3Session } from './messages.ts';

export function s3SessionOf(
  passId: string,
  settings: Pick<SettingsService, 'pass' | 'organisation'>,
  sessions: Pick<Sessions, 'credentials'>,
  companyPem: (organisation: string) => string | null,
  clockOffsetMs: number,
): S3Session | null {
  const pass = settings.pass(passId);
  const credentials = sessions.credentials(passId);
  if (!pass || !credentials) return null;
  const organisation = settings.organisation(pass.organisation);
  const endpoints = organisation?.endpoints;
  const { accessKeyId, secretAccessKey, sessionToken, expiresAt, scope } = credentials;
  return {
    organisation: pass.organisation,
    role: pass.thenAssume?.roleArn ?? pass.roleArn,
    accessKeyId,
    secretAccessKey,
    sessionToken,
    expiresAt,
    scope,
    guarded: pass.guarded ?? false,
    region: pass.region,
    endpoint: endpoints?.s3 ?? null,
    forcePathStyle: endpoints?.s3ForcePathStyle ?? false,
    useFips: organisation?.useFips ?? false,
    companyPem: companyPem(pass.organisation),
    clockOffsetMs,
  };
}
