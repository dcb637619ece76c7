/** A pass → what is handed out of its live session, for every way out. Knows no format and no clipboard. */
import { AppError } from '../lib/app-error.ts';
import type { Sessions } from '../session/service.ts';
import type { SettingsService } from '../settings/service.ts';
import { parseRoleArn } from '../signin/partition.ts';
import type { NamedSession } from './formats/handed-out.ts';

export interface LiveSessionParts {
  settings: Pick<SettingsService, 'pass' | 'organisation'>;
  sessions: Pick<Sessions, 'credentials'>;
}

/** Throws `no-session` when there is nothing to hand out. */
export function liveSession({ settings, sessions }: LiveSessionParts, passId: string): NamedSession {
  const pass = settings.pass(passId);
  const credentials = sessions.credentials(passId);
  // With a second role the session is that one's, and in its account.
  const role = pass && parseRoleArn(pass.thenAssume?.roleArn ?? pass.roleArn);
  if (!credentials || !role) throw new AppError('no-session', { retry: 'afterSignIn' });
  const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = credentials;
  return {
    label: pass.label,
    accountId: role.accountId,
    accessKeyId,
    secretAccessKey,
    sessionToken,
    expiresAt,
    region: pass.region,
    s3Endpoint: settings.organisation(pass.organisation)?.endpoints?.s3,
  };
}
