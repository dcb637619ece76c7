import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bringInLine } from '../aws-config/bring-in-line.ts';
import { TAG, withServices } from '../aws-config/profiles.test-parts.ts';
import { readAwsConfig } from './aws-config.ts';
import type { Found } from './found.ts';
import { iniSections } from './ini-sections.ts';
import { readSaml2aws } from './saml2aws.ts';

const arn = (role: string, account = '111122223333') => `arn:aws:iam::${account}:role/${role}`;
const told = ({ organisations, roles, refused }: Found) => ({
  organisations: organisations.map(
    ({ value, line }) => `${line} ${value.id} ${value.name} ${value.signInUrl}`,
  ),
  roles: roles.map(({ value, line }) => `${line} ${value.label} ${value.roleArn}`),
  refused: refused.map(
    ({ line, name, verdict }) => `${line} ${name}: ${'reason' in verdict ? verdict.reason : ''}`,
  ),
});
const saml2aws = (text: string) => told(readSaml2aws(text, 'Europe/Berlin'));
const awsConfig = (text: string) => told(readAwsConfig(text, 'Europe/Berlin'));

describe('sections of an INI file', () => {
  it('keep dots in their names, lines of any kind, and what belongs to a value', () => {
    const text =
      '; top\r\n[profile my.name] ; mine\r\nurl = https://x.example/#a;b ; why\r\n\n[ two ]\nk=v = w\n';
    expect(
      iniSections(text).map(({ name, line, values }) => [name, line, Object.fromEntries(values)]),
    ).toEqual([
      ['profile my.name', 2, { url: 'https://x.example/#a;b' }],
      ['two', 5, { k: 'v = w' }],
    ]);
  });

  it('change no prototype and hold no lists', () => {
    const [section] = iniSections(
      '[__proto__]\n__proto__ = x\nconstructor = y\nrole_arn[] = z\nyes = true\n',
    );
    expect(Object.fromEntries(section?.values ?? [])).toEqual({ constructor: 'y' });
    expect(({} as { x?: string }).x).toBeUndefined();
  });
});

describe('a saml2aws file', () => {
  it('gives one company an address and a role a section', () => {
    const text = `[default]
url                  = https://sso.larkfield.example
provider             = ADFS
aws_urn              = urn:amazon:webservices
role_arn             = ${arn('S3AccessRole')}

[finance.prod]
url = https://sso.larkfield.example
provider = ADFS
role_arn = ${arn('team/Ledger', '444455556666')}
aws_session_duration = 28800
region = eu-central-1

[labs]
url = https://labs.larkfield.example/auth/realms/labs/protocol/saml/clients/amazon-aws
provider = KeyCloak
`;
    const found = readSaml2aws(text, 'Europe/Berlin');
    expect(told(found)).toEqual({
      organisations: [
        '1 larkfield Larkfield https://sso.larkfield.example/adfs/ls/IdpInitiatedSignOn.aspx?loginToRp=urn:amazon:webservices',
        '14 labs labs https://labs.larkfield.example/auth/realms/labs/protocol/saml/clients/amazon-aws',
      ],
      roles: [
        `1 S3AccessRole ${arn('S3AccessRole')}`,
        `7 finance.prod ${arn('team/Ledger', '444455556666')}`,
      ],
      refused: [],
    });
    expect(found.roles[1]?.value).toMatchObject({ region: 'eu-central-1', durationSeconds: 28_800 });
  });

  it.each([
    [
      'an address without https',
      'url = http://sso.corp.example/',
      '1 x: Its address is not one to sign in at safely.',
    ],
    ['a script', 'url = javascript:alert(1)', '1 x: Its address is not one to sign in at safely.'],
    [
      'a name before the host',
      'url = https://a:b@sso.corp.example',
      '1 x: Its address is not one to sign in at safely.',
    ],
    ['no address', 'role_arn = x', '1 x: It names no address.'],
    [
      'no region of AWS',
      'url = https://sso.corp.example\nregion = atlantis-1',
      '1 x: Its region is none of AWS.',
    ],
    ['no ARN', 'url = https://sso.corp.example\nrole_arn = admin', '1 x: It is not the ARN of a role.'],
    [
      'the ARN of a user',
      'url = https://sso.corp.example\nrole_arn = arn:aws:iam::111122223333:user/a',
      '1 x: It is not the ARN of a role.',
    ],
  ])('with %s is refused by its line', (_what, body, reason) => {
    expect(saml2aws(`[x]\n${body}\n`).refused).toEqual([reason]);
  });

  it('carries neither endpoints nor authorities, whatever stands in it', () => {
    const text =
      '[x]\nurl = https://sso.corp.example\nendpoints = https://evil.example\ncaFile = /tmp/ca.pem\ntarget_url = https://evil.example\n';
    const [organisation] = readSaml2aws(text, 'UTC').organisations;
    expect(organisation?.value).toEqual({
      id: 'x',
      name: 'x',
      signInUrl: 'https://sso.corp.example/',
      region: 'us-east-1',
    });
  });
});

describe('an AWS config', () => {
  it('gives its roles by the names of their profiles, and says what is reached another way', () => {
    const text = `[default]
region = eu-west-1
[profile reports]
role_arn = ${arn('Reports')}
source_profile = default
duration_seconds = 99
[profile runas]
role_arn = ${arn('Runas')}
saml_auth_url = https://sso.corp.example/saml
[profile process]
credential_process = saml2aws login --credential-process --role=${arn('Process')} --profile x
[profile sso]
sso_session = corp
role_arn = ${arn('Sso')}
[profile web]
web_identity_token_file = /var/token
role_arn = ${arn('Web')}
[profile ec2]
credential_source = Ec2InstanceMetadata
role_arn = ${arn('Machine')}
[sso-session corp]
role_arn = ${arn('Ignored')}
[profile s3]
s3 =
  max_concurrent_requests = 20
  addressing_style = path
`;
    expect(awsConfig(text)).toEqual({
      organisations: ['7 corp Corp https://sso.corp.example/saml'],
      roles: [`3 reports ${arn('Reports')}`, `7 runas ${arn('Runas')}`, `10 process ${arn('Process')}`],
      refused: [
        '12 sso: It comes from IAM Identity Center; use aws sso login for it.',
        '15 web: It is taken with a token of another kind, not with a sign-in.',
        '18 ec2: It is taken by a machine, not by a person.',
      ],
    });
  });

  it('without a role holds nothing for us', () => {
    const own = bringInLine('', { wanted: withServices('reports'), tag: TAG }).bytes;
    expect(awsConfig(own)).toEqual({ organisations: [], roles: [], refused: [] });
    expect(awsConfig('[default]\nregion = eu-west-1\n')).toEqual({
      organisations: [],
      roles: [],
      refused: [],
    });
  });
});

it('no text makes a reader fail, and nothing unsafe is ever found', () => {
  const pieces = fc.constantFrom(
    '[',
    ']',
    '=',
    '\n',
    '\r',
    '"',
    "'",
    '\\',
    ';',
    '#',
    'url',
    'role_arn',
    'http://x/',
    arn('A'),
    '[profile a]',
    '__proto__',
    ' ',
    '\u0000',
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
      (text) => {
        for (const found of [readSaml2aws(text, 'UTC'), readAwsConfig(text, 'UTC')])
          for (const { value } of found.organisations) expect(value.signInUrl).toMatch(/^https:/);
      },
    ),
    { seed: 11, numRuns: 500 },
  );
});
