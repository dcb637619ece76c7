/** The text for the administrator after STS refused a role: what was refused, for whom, and what to look at. Pure. */
import type { Failure, FailureCode } from '../../electron/contract/failure.ts';
import type { PassView } from '../../electron/contract/snapshot.ts';
import { formatAccountId, formatDateTimeFull } from './format.ts';

/** What an administrator has to look at; a failure without a line here is not theirs to mend. */
const asks: Partial<Record<FailureCode, string>> = {
  'sts-role-refused':
    'Please check that the role exists and that its trust policy allows sts:AssumeRoleWithSAML for the identity provider, with conditions (SAML:aud, SAML:iss, SAML:sub) that the answer meets.',
  'sts-provider-unknown':
    'Please check that the account has the SAML identity provider that the Role attribute of the answer names, spelt the same.',
  'sts-issuer-unknown':
    'Please check that the metadata of the SAML identity provider in the account names the issuer (entity ID) of the answer.',
  'sts-signature-refused':
    'Please upload the present metadata of our identity provider to IAM: the signing certificate there is most likely an old one.',
  'sts-audience-refused':
    'Please check Audience (urn:amazon:webservices) and Recipient (the sign-in address of AWS) in the answer of our identity provider.',
  'sts-session-name-missing':
    'Please have our identity provider send the attribute https://aws.amazon.com/SAML/Attributes/RoleSessionName, with one value.',
  'sts-session-name-refused':
    'Please have our identity provider send a RoleSessionName of 2 to 64 characters out of a-z A-Z 0-9 _ + = , . @ -.',
  'sts-source-identity-refused':
    'Please have our identity provider send a SourceIdentity of 2 to 64 characters out of a-z A-Z 0-9 _ + = , . @ -, not beginning with aws:.',
  'sts-assertion-refused':
    'Please compare the answer of our identity provider with what the SAML identity provider in the account expects.',
  'sts-tagging-refused':
    'Please allow sts:TagSession (and sts:SetSourceIdentity, if it is sent) in the trust policy of the role.',
  'sts-tags-refused':
    'Please check the PrincipalTag attributes of the answer: at most 50, keys to 128 and values to 256 characters.',
  'sts-policy-too-large':
    'Please send fewer or shorter PrincipalTag attributes: AWS has no room for a session policy beside them.',
  'sts-region-disabled':
    'Please activate STS in this region for the account (IAM, Account settings), or name another one.',
  'sts-duration-refused': 'Please tell which maximum session duration the role has.',
  'sts-chain-refused':
    'Please check that the trust policy of the second role allows sts:AssumeRole for the first one, and which external ID it asks for.',
};

/** Null when there is nothing an administrator could do. `at`: when it was refused, epoch ms. */
export function signinAdministratorText(
  failure: Failure,
  pass: PassView | undefined,
  at: number,
): string | null {
  const ask = asks[failure.code];
  if (ask === undefined) return null;
  const [answer] = (failure.raw ?? '').split('\n').slice(1);
  const facts = [
    formatDateTimeFull(at),
    failure.requestId && `request ${failure.requestId}`,
    pass && `region ${pass.region}`,
  ];
  return [
    ...(pass
      ? [`AWS STS refused the role ${pass.roleArn}`, `in account ${formatAccountId(pass.accountId)}.`]
      : ['AWS STS refused a role.']),
    ...(pass?.chained ? [`The second role is ${pass.chained.roleArn}.`] : []),
    ask,
    ...(answer ? [`AWS answered: ${answer}`] : []),
    facts.filter(Boolean).join(', '),
  ].join('\n');
}
