/** What is handed out of a session, and by which names the SDKs know it. Knows no format. Pure. */

export interface HandedOut {
  accountId: string;
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  region: string;
  /** Epoch ms. */
  expiresAt: number;
  /** The organisation's own S3, for clients that know the variable. */
  s3Endpoint: string | undefined;
}

/** `label`: the pass's, as the person wrote it. */
export type NamedSession = HandedOut & { label: string };

export type Variable = readonly [name: string, value: string];

export function variablesOf(session: HandedOut): Variable[] {
  return [
    ['AWS_ACCESS_KEY_ID', session.accessKeyId],
    ['AWS_SECRET_ACCESS_KEY', session.secretAccessKey],
    ['AWS_SESSION_TOKEN', session.sessionToken],
    ['AWS_CREDENTIAL_EXPIRATION', expirationOf(session)],
    ['AWS_REGION', session.region],
    ['AWS_DEFAULT_REGION', session.region],
    ...(session.s3Endpoint === undefined ? [] : [['AWS_ENDPOINT_URL_S3', session.s3Endpoint] as const]),
  ];
}

const preferred = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE', 'AWS_SECURITY_TOKEN'];

/**
 * What earlier copies or other tools left behind and some SDK prefers: botocore reads the old token first, others
 * take a profile before keys. SECURITY: an endpoint left by another pass would get this one's requests.
 */
export function staleBeside(session: HandedOut): string[] {
  return session.s3Endpoint === undefined ? [...preferred, 'AWS_ENDPOINT_URL_S3'] : [...preferred];
}

const keys = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_CREDENTIAL_EXPIRATION'];

/** What every SDK prefers to a container's endpoint: all else that leads to credentials. */
export const staleBesideEndpoint: readonly string[] = [
  ...preferred,
  ...keys,
  'AWS_ROLE_ARN',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
];

/** Whole seconds of UTC: not every SDK reads fractions. */
export function expirationOf({ expiresAt }: HandedOut): string {
  return new Date(expiresAt).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
