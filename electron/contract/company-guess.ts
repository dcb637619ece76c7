/** What an address of a sign-in page tells by itself: a name for the company, the product behind it, a region. Pure. */

/** Hosts of identity services, where the company's own name is the first label or not there at all. */
const SERVICES =
  /(^|\.)(okta|oktapreview|okta-emea|onelogin|jumpcloud|auth0|pingone|pingidentity|duosecurity)\.(com|eu|ca|asia)$/;
const SHARED =
  /(^|\.)(microsoftonline|microsoft|windowsazure|google|microsoftonline\.us|amazonaws)\.(com|us|cn)$/;
/** Endings of two labels that are common enough to know; a wrong guess is one word for the person to change. */
const TWO_LABELS = /^(co|com|ac|gov|org|net|edu|gob|or|ne)\.[a-z]{2}$/;

/** `sso.larkfield.example` → `Larkfield`; empty when nothing in the host names a company. */
export function guessName(host: string): string {
  const name = host.replace(/:\d+$/, '');
  if (/^[\d.]+$|^\[/.test(name) || name === '') return '';
  if (SHARED.test(name)) return '';
  const labels = name.split('.');
  if (SERVICES.test(name)) return titled(labels[0] ?? '');
  const ending = TWO_LABELS.test(labels.slice(-2).join('.')) ? 3 : 2;
  return titled(labels.at(-ending) ?? labels[0] ?? '');
}

const titled = (label: string) => {
  const plain = label.startsWith('xn--') ? '' : label.replace(/[-_]+/g, ' ').trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
};

const PRODUCTS: readonly [RegExp, string][] = [
  [/\/adfs\/ls\//i, 'AD FS'],
  [/^https:\/\/[^/]+\.okta(preview|-emea)?\.com\//, 'Okta'],
  [
    /^https:\/\/(account\.activedirectory\.windowsazure|myapps\.microsoft|launcher\.myapps\.microsoft|login\.microsoftonline)\./,
    'Entra ID',
  ],
  [/^https:\/\/accounts\.google\.com\/o\/saml2\//, 'Google'],
  [/\/idp\/startSSO\.ping/, 'PingFederate'],
  [/\/protocol\/saml\/clients\//, 'Keycloak'],
  [/\/idp\/profile\/SAML2\/Unsolicited\/SSO/, 'Shibboleth'],
  [/\/simplesaml\/(saml2|module\.php)/, 'SimpleSAMLphp'],
  [/^https:\/\/[^/]+\.onelogin\.com\//, 'OneLogin'],
];

/** The product whose kind of address this is; null when it is none that we know. */
export function guessProduct(address: string): string | null {
  return PRODUCTS.find(([pattern]) => pattern.test(address))?.[1] ?? null;
}

/** By the partition that the address names, else by where the computer is. */
export function guessRegion(address: string, timeZone: string): string {
  if (/urn(:|%3A)amazon(:|%3A)webservices(:|%3A)govcloud|amazonaws-us-gov\.com/i.test(address))
    return 'us-gov-west-1';
  if (/urn(:|%3A)amazon(:|%3A)webservices(:|%3A)cn|amazonaws\.cn/i.test(address)) return 'cn-north-1';
  return /^(Europe|Africa|Atlantic|Arctic)\//.test(timeZone) ? 'eu-west-1' : 'us-east-1';
}
