/** A URL counts as AWS's sign-in only when every one of its pieces was a right one. */
import fc, { type IProperty } from 'fast-check';
import { isCaptureUrl } from '../../electron/signin/partition.ts';

interface Piece {
  text: string;
  right: boolean;
}
const piece = (right: readonly string[], wrong: readonly string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...right).map((text): Piece => ({ text, right: true })) },
    { weight: 1, arbitrary: fc.constantFrom(...wrong).map((text): Piece => ({ text, right: false })) },
  );

const scheme = piece(
  ['https://', 'HTTPS://', 'https:\\\\', 'https:/'],
  ['http://', 'ftp://', 'javascript://', 'httpss://', 'file://', 'blob:https://', 'data:,https://', ''],
);
const user = piece(
  [''],
  ['user@', 'user:pass@', 'signin.aws.amazon.com@', ':x@', 'signin.aws.amazon.com%40'],
);
const host = piece(
  [
    'signin.aws.amazon.com',
    'SIGNIN.aws.amazon.com',
    'eu-west-1.signin.aws.amazon.com',
    'ap-southeast-2.signin.aws.amazon.com',
    'signin.amazonaws-us-gov.com',
    'us-gov-west-1.signin.amazonaws-us-gov.com',
    'signin.amazonaws.cn',
    'cn-north-1.signin.amazonaws.cn',
  ],
  [
    'signin.aws.amazon.com.evil.example',
    'evil.example',
    'xsignin.aws.amazon.com',
    'evil.signin.aws.amazon.com',
    'signin.aws.amazon.co',
    'signin-aws.amazon.com',
    'a.eu-west-1.signin.aws.amazon.com',
    'us-gov-west-1.signin.aws.amazon.com',
    'cn-north-1.signin.aws.amazon.com',
    'eu-west-1.signin.amazonaws.cn',
    'signin.aws.amazon.com.',
    's\u0456gnin.aws.amazon.com',
    'signin.aws.amazon.com\u3002evil.example',
    '127.0.0.1',
    '',
  ],
);
const port = piece(['', ':443'], [':444', ':80', ':0', ':8443']);
const path = piece(
  ['/saml', '/saml/acs/SAMLSP123', '/x/../saml', '/./saml', '/saml?x=/evil', '/saml#x', '\\saml'],
  [
    '/saml/',
    '/samlx',
    '/SAML',
    '/saml/acs/',
    '/saml/acs/a/b',
    '/saml/acs/a%2fb',
    '//saml',
    '/%73aml',
    '/x/saml',
    '/saml%00',
    '/saml;x',
    '',
    '/',
  ],
);
const built = fc.tuple(scheme, user, host, port, path);

export function urlProperty(): IProperty<unknown> {
  return fc.property(built, fc.string({ maxLength: 60 }), (pieces, text) => {
    const url = pieces.map((one) => one.text).join('');
    const right = pieces.every((one) => one.right);
    if (isCaptureUrl(url) && !right) throw new Error(`counts although it must not: ${url}`);
    if (!isCaptureUrl(url) && right) throw new Error(`does not count although it must: ${url}`);
    for (const other of [text, `https://${text}/saml`, `https://signin.aws.amazon.com/${text}`]) {
      // It must never throw; that a random text counts can only be by being the address itself.
      if (isCaptureUrl(other) && new URL(other).host !== 'signin.aws.amazon.com')
        throw new Error(`counts although it is nobody's: ${other}`);
    }
  }) as IProperty<unknown>;
}
