/**
 * Credentials → lines for a shell. Every format unsets what would shadow them and sets region and expiry.
 * Pure. Quoting rules: POSIX 2.2.2; fish "Quotes"; PowerShell about_Quoting_Rules; `set` of cmd.
 */
import type { CopyFormat } from '../contract/snapshot.ts';

export interface HandedOut {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  region: string;
  /** Epoch ms. */
  expiresAt: number;
  /** The organisation's own S3, for clients that know the variable. */
  s3Endpoint: string | undefined;
}

/** Another tool's variables that win over keys in every AWS SDK. */
const shadowing = ['AWS_PROFILE', 'AWS_SECURITY_TOKEN'];

export function variablesOf(session: HandedOut): [name: string, value: string][] {
  return [
    ['AWS_ACCESS_KEY_ID', session.accessKeyId],
    ['AWS_SECRET_ACCESS_KEY', session.secretAccessKey],
    ['AWS_SESSION_TOKEN', session.sessionToken],
    ['AWS_CREDENTIAL_EXPIRATION', new Date(session.expiresAt).toISOString().replace(/\.\d{3}Z$/, 'Z')],
    ['AWS_REGION', session.region],
    ['AWS_DEFAULT_REGION', session.region],
    ...(session.s3Endpoint === undefined
      ? []
      : [['AWS_ENDPOINT_URL_S3', session.s3Endpoint] as [string, string]]),
  ];
}

interface Shell {
  unset(name: string): string;
  set(name: string, value: string): string;
  newline: string;
}

const shells: Readonly<Record<CopyFormat, Shell>> = {
  // A leading space keeps the lines out of the history where the person has set that up.
  bash: {
    unset: (name) => ` unset ${name}`,
    set: (name, value) => ` export ${name}='${value.replaceAll("'", `'\\''`)}'`,
    newline: '\n',
  },
  fish: {
    unset: (name) => ` set -e ${name}`,
    set: (name, value) => ` set -gx ${name} '${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
    newline: '\n',
  },
  powershell: {
    unset: (name) => `Remove-Item Env:${name} -ErrorAction SilentlyContinue`,
    set: (name, value) => `$Env:${name} = '${value.replaceAll("'", "''")}'`,
    newline: '\r\n',
  },
  // At the prompt a percent sign can't be escaped; it stays itself unless it names a variable that is set.
  cmd: {
    unset: (name) => `set "${name}="`,
    set: (name, value) => `set "${name}=${value}"`,
    newline: '\r\n',
  },
};

export function copyText(session: HandedOut, format: CopyFormat): string {
  const shell = shells[format];
  const lines = [
    ...shadowing.map(shell.unset),
    ...variablesOf(session).map(([name, value]) => shell.set(name, value)),
  ];
  return lines.join(shell.newline) + shell.newline;
}
