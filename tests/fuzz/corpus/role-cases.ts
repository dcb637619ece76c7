/** Role values and their attributes: odd ones, forged ones, and many of them. */
import type { Case } from './case.ts';
import type { DialectName } from './dialects.ts';
import { AWS, PAIR, type Parts, PROVIDER, ROLE, writeResponse } from './write-response.ts';

const pair = (role: string, account = '111122223333', partition = 'aws') =>
  `arn:${partition}:iam::${account}:role/${role},arn:${partition}:iam::${account}:saml-provider/Corp`;
const of = (name: string, dialect: DialectName, parts: Parts, expected: Case['expected']): Case => ({
  name,
  xml: writeResponse(dialect, parts),
  expected,
});
const roles = (name: string, dialect: DialectName, values: string[], expected: Case['expected']) =>
  of(name, dialect, { roles: values }, expected);
const none = 'assertion-without-roles';
const many = Array.from({ length: 500 }, (_, i) => pair(`R${i}`));

export const roleCases: Case[] = [
  roles('a comment in a role ARN', 'okta', [PAIR.replace('Reader', 'Read<!-- x -->er')], [PAIR]),
  roles(
    'a comment that would cut a role name',
    'okta',
    [PAIR.replace('Reader', 'Admin<!---->-Denied')],
    [pair('Admin-Denied')],
  ),
  roles('CDATA in a role ARN', 'shibboleth', [PAIR.replace('Reader', '<![CDATA[Read]]>er')], [PAIR]),
  roles('a whole value in CDATA', 'ad-fs', [`<![CDATA[${PAIR}]]>`], [PAIR]),
  roles('character references in a role ARN', 'ping', [PAIR.replace('Reader', '&#82;e&#x61;der')], [PAIR]),
  roles('a comma by reference', 'ping', [PAIR.replace(',', '&#44;')], [PAIR]),
  roles(
    'an element inside a role ARN',
    'google',
    [PAIR.replace('Reader', 'Reader<b>-Denied</b>')],
    'assertion-ambiguous',
  ),
  roles('an element around a role ARN', 'google', [`<b>${PAIR}</b>`], 'assertion-ambiguous'),
  roles('three ARNs', 'onelogin', [`${PAIR},${ROLE}`, PAIR], [PAIR]),
  roles('a role alone', 'onelogin', [ROLE], none),
  roles('two providers', 'onelogin', [`${PROVIDER},${PROVIDER}`], none),
  roles('a role path', 'ad-fs', [pair('a/b/c/Reader')], [pair('a/b/c/Reader')]),
  roles('a path that climbs', 'ad-fs', [pair('../Reader'), PAIR], [pair('../Reader'), PAIR]),
  roles('a group name instead of a role', 'ad-fs', ['AWS-Admins', PAIR], [PAIR]),
  roles(
    'the China partition',
    'keycloak',
    [pair('R', '111122223333', 'aws-cn')],
    [pair('R', '111122223333', 'aws-cn')],
  ),
  roles(
    'GovCloud beside the commercial partition',
    'keycloak',
    [pair('R', '111122223333', 'aws-us-gov'), PAIR],
    [pair('R', '111122223333', 'aws-us-gov'), PAIR],
  ),
  roles('a partition nobody knows', 'keycloak', [pair('R', '111122223333', 'aws-moon'), PAIR], [PAIR]),
  of(
    'the China name of the attribute',
    'entra',
    {
      roleName: 'https://www.amazonaws.cn/SAML/Attributes/Role',
      roles: [pair('R', '111122223333', 'aws-cn')],
    },
    [pair('R', '111122223333', 'aws-cn')],
  ),
  of('the attribute by http', 'entra', { roleName: 'http://aws.amazon.com/SAML/Attributes/Role' }, none),
  of('the attribute with a slash behind it', 'entra', { roleName: `${AWS}Role/` }, none),
  of('the attribute with a look-alike letter', 'entra', { roleName: `${AWS}R\u043ele` }, none),
  of('the role attribute twice with the same value', 'okta', { attributes: [[`${AWS}Role`, PAIR]] }, [PAIR]),
  of(
    'the role attribute twice with different values',
    'okta',
    { attributes: [[`${AWS}Role`, pair('Other')]] },
    [PAIR, pair('Other')],
  ),
  of('the session name twice', 'okta', { attributes: [[`${AWS}RoleSessionName`, 'eve']] }, [PAIR]),
  of('a session duration of nonsense', 'okta', { attributes: [[`${AWS}SessionDuration`, '12h']] }, [PAIR]),
  roles('no role value', 'simplesamlphp', [], none),
  roles('empty role values', 'simplesamlphp', ['', ' \n '], none),
  roles('an account of zeros', 'simplesamlphp', [pair('R', '000000000000')], [pair('R', '000000000000')]),
  roles(
    'a provider of another account',
    'simplesamlphp',
    [`${ROLE},arn:aws:iam::444455556666:saml-provider/Corp`],
    [`${ROLE},arn:aws:iam::444455556666:saml-provider/Corp`],
  ),
  roles('an account of one digit', 'simplesamlphp', [pair('R', '1'), PAIR], [PAIR]),
  roles('a full-width digit in the account', 'simplesamlphp', [pair('R', '11112222333\uff13'), PAIR], [PAIR]),
  roles('a line break and a section', 'ping', [PAIR.replace('Reader', 'x&#10;[default]'), PAIR], [PAIR]),
  roles('markup in the name', 'ping', [PAIR.replace('Reader', '&lt;img src=x onerror=x&gt;'), PAIR], [PAIR]),
  roles('a direction override', 'ping', [PAIR.replace('Reader', '\u202eredaeR'), PAIR], [PAIR]),
  roles('a soft hyphen', 'ping', [PAIR.replace('Reader', 'Rea\u00adder'), PAIR], [PAIR]),
  roles('500 roles', 'ad-fs', many, many.slice()),
];
