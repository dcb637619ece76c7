/** Which hosts get the person's log-in to this computer (Kerberos, NTLM): those an organisation lists, no others. */
import type { Session } from 'electron';
import type { Organisation } from '../settings/schema.ts';

/** SECURITY: off unless listed; the schema lets neither `*` nor a bare ending through. */
export function allowIntegratedAuth(
  session: Pick<Session, 'allowNTLMCredentialsForDomains'>,
  organisation: Pick<Organisation, 'integratedAuthHosts'> | undefined,
): void {
  session.allowNTLMCredentialsForDomains((organisation?.integratedAuthHosts ?? []).join(','));
}
