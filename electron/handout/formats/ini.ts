/**
 * A section for `~/.aws/credentials`. Pure. The expiry goes by the name saml2aws gave it, which AWS's readers pass
 * over; they differ on quotes and comments within a line, so a value that is not plain is refused.
 */
import { expirationOf, type NamedSession } from './handed-out.ts';
import { refuseAllButPlain } from './writable.ts';

export function iniSection(session: NamedSession): string {
  const keys = [
    ['aws_access_key_id', session.accessKeyId],
    ['aws_secret_access_key', session.secretAccessKey],
    ['aws_session_token', session.sessionToken],
    ['region', session.region],
    ['x_security_token_expires', expirationOf(session)],
  ] as const;
  for (const [, value] of keys) refuseAllButPlain(value, 'ini');
  const lines = [`[${sectionName(session.label)}]`, ...keys.map(([key, value]) => `${key} = ${value}`)];
  return `${lines.join('\n')}\n`;
}

/** The label as a profile's name that needs no quotes anywhere. */
export function sectionName(label: string): string {
  const name = label
    .replace(/[^\w.@-]+/g, '-')
    .slice(0, 64)
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'daypass' : name;
}
