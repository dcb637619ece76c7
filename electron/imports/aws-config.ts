/**
 * The config file of AWS's own tools: profiles that name a role. It is only read; nothing that stands in it is
 * ever run, and addresses and authorities in it are not taken. Pure.
 */
import { guessName, guessRegion } from '../contract/company-guess.ts';
import { readSignInAddress } from '../contract/sign-in-address.ts';
import { freeId } from '../settings/edits.ts';
import { Organisation } from '../settings/schema.ts';
import { type AtLine, type Found, refusedItem } from './found.ts';
import { type IniSection, iniSections } from './ini-sections.ts';
import { roleIn } from './role-in.ts';

/** Ways to a role that no company sign-in answers with. */
const OTHER_WAYS: readonly [key: string, reason: string][] = [
  ['sso_session', 'It comes from IAM Identity Center; use aws sso login for it.'],
  ['sso_start_url', 'It comes from IAM Identity Center; use aws sso login for it.'],
  ['web_identity_token_file', 'It is taken with a token of another kind, not with a sign-in.'],
  ['credential_source', 'It is taken by a machine, not by a person.'],
];

export function readAwsConfig(text: string, timeZone: string): Found {
  const organisations: AtLine<Organisation>[] = [];
  const roles: Found['roles'][number][] = [];
  const refused: Found['refused'][number][] = [];
  for (const section of iniSections(text)) {
    if (section.name !== 'default' && !section.name.startsWith('profile ')) continue;
    const { values, line, name } = section;
    const arn = values.get('role_arn') ?? values.get('azure_default_role_arn') ?? roleOfCommand(values);
    if (arn === undefined) continue;
    const otherWay = OTHER_WAYS.find(([key]) => values.has(key));
    if (otherWay) {
      refused.push(refusedItem('role', name.replace(/^profile\s+/, ''), arn, line, otherWay[1]));
      continue;
    }
    const role = roleIn(section, arn);
    if (role?.kind === 'role') roles.push({ value: role.value, line });
    if (role?.kind === 'refused') refused.push(role.item);
    const organisation = organisationIn(section, organisations, timeZone);
    if (organisation) organisations.push({ value: organisation, line });
  }
  return { organisations, passes: [], roles, refused };
}

/** `credential_process = saml2aws login … --role=ARN`: read as text. */
function roleOfCommand(values: IniSection['values']): string | undefined {
  return /\bsaml2aws\b.*--role[= ]["']?(arn:[^\s"']+)/.exec(values.get('credential_process') ?? '')?.[1];
}

/** aws-runas keeps the address of the sign-in page in the profile. */
function organisationIn(
  { values }: IniSection,
  known: readonly AtLine<Organisation>[],
  timeZone: string,
): Organisation | null {
  const reading = readSignInAddress(values.get('saml_auth_url') ?? '');
  if (reading.kind === 'refused') return null;
  const { url, host } = reading;
  if (known.some(({ value }) => value.signInUrl === url)) return null;
  const name = guessName(host) || host;
  const region = guessRegion(url, timeZone);
  const id = freeId(
    name,
    known.map(({ value }) => value.id),
  );
  const parsed = Organisation.safeParse({ id, name: name.slice(0, 100), signInUrl: url, region });
  return parsed.success ? parsed.data : null;
}
