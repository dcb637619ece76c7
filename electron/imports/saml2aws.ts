/**
 * The file of saml2aws (`~/.saml2aws`): one section an account, each with the address of its sign-in page and
 * maybe a role. Pure. Addresses are put together as saml2aws itself does for each provider.
 */
import { guessName, guessRegion } from '../contract/company-guess.ts';
import { readSignInAddress } from '../contract/sign-in-address.ts';
import { freeId } from '../settings/edits.ts';
import { Organisation } from '../settings/schema.ts';
import { type AtLine, type Found, refusedItem } from './found.ts';
import { type IniSection, iniSections } from './ini-sections.ts';
import { roleIn } from './role-in.ts';

const AWS_URN = 'urn:amazon:webservices';

export function readSaml2aws(text: string, timeZone: string): Found {
  const organisations: AtLine<Organisation>[] = [];
  const roles: Found['roles'][number][] = [];
  const refused: Found['refused'][number][] = [];
  for (const section of iniSections(text)) {
    const { name, line, values } = section;
    const written = values.get('url');
    if (written === undefined) {
      if (values.size > 0) refused.push(refusedItem('organisation', name, '', line, 'It names no address.'));
      continue;
    }
    const reading = readSignInAddress(addressOf(section, written));
    if (reading.kind === 'refused') {
      refused.push(
        refusedItem('organisation', name, written, line, 'Its address is not one to sign in at safely.'),
      );
      continue;
    }
    const { url, host } = reading;
    if (!organisations.some(({ value }) => value.signInUrl === url)) {
      const called = (name === 'default' ? guessName(host) : name) || guessName(host) || host;
      const parsed = Organisation.safeParse({
        id: freeId(
          called,
          organisations.map(({ value }) => value.id),
        ),
        name: called.slice(0, 100),
        signInUrl: url,
        region: values.get('region') ?? guessRegion(url, timeZone),
      });
      if (parsed.success) organisations.push({ value: parsed.data, line });
      else {
        refused.push(refusedItem('organisation', name, host, line, 'Its region is none of AWS.'));
        continue;
      }
    }
    const role = roleIn(section, values.get('role_arn'));
    if (role?.kind === 'role') roles.push({ value: role.value, line });
    if (role?.kind === 'refused') refused.push(role.item);
  }
  return { organisations, passes: [], roles, refused };
}

/** Some providers of saml2aws are given their host only. */
function addressOf({ values }: IniSection, url: string): string {
  const base = url.replace(/\/+$/, '');
  const urn = values.get('aws_urn') ?? AWS_URN;
  switch (values.get('provider')) {
    case 'ADFS':
    case 'ADFS2':
      return /\/adfs\//i.test(base) ? url : `${base}/adfs/ls/IdpInitiatedSignOn.aspx?loginToRp=${urn}`;
    case 'Ping':
      return /\/idp\//i.test(base) ? url : `${base}/idp/startSSO.ping?PartnerSpId=${urn}`;
    case 'Shibboleth':
      return /\/idp\//i.test(base) ? url : `${base}/idp/profile/SAML2/Unsolicited/SSO?providerId=${urn}`;
    default:
      return url;
  }
}
