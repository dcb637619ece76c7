/** The text for the administrator after a refusal: what, on which resource, by whom, by which policy, when. Pure. */
import type { Denial, PolicyKind } from '../../electron/contract/denial.ts';
import type { Failure } from '../../electron/contract/failure.ts';
import type { PassView } from '../../electron/contract/snapshot.ts';
import { type Asked, askedAction, askedPrefix, askedResource, roleAsking } from './asked-access.ts';
import { proposeStatement } from './denial-statement.ts';
import { formatAccountId, formatDateTimeFull } from './format.ts';

/** What the clipboard takes is a little more. */
const LONGEST = 8000;

const policies: Readonly<Record<PolicyKind, string>> = {
  identity: 'identity-based policy',
  resource: 'resource-based policy',
  serviceControl: 'service control policy',
  resourceControl: 'resource control policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  endpoint: 'VPC endpoint policy',
  unknown: 'policy',
};

/** `seenAt`: when it was refused as far as we know, epoch ms; AWS's own time goes before it. */
export function denialAdministratorText(
  pass: PassView,
  asked: Asked,
  failure: Failure,
  seenAt: number | null,
): string {
  const { denial, requestId } = failure;
  const role = roleAsking(pass);
  const at = denial?.answeredAt ?? seenAt;
  const proposal = proposeStatement(asked, denial, role);
  const facts = [
    at !== null && formatDateTimeFull(at),
    requestId && `request ${oneLine(requestId)}`,
    pass.region && `region ${pass.region}`,
  ];
  const said = [
    `Please allow ${denial?.kms ? (denial.action ?? 'kms:Decrypt') : askedAction(asked)} on ${oneLine(resourceOf(asked, denial, role))}`,
    ...(askedPrefix(asked) ? [`with the prefix ${oneLine(askedPrefix(asked))}`] : []),
    ...('key' in asked && denial?.kms ? [`for the object ${oneLine(askedResource(asked, role))}`] : []),
    `for ${whoAsked(denial, pass, role)}.`,
    byWhat(denial),
    facts.filter(Boolean).join(', '),
  ].join('\n');
  const whole = [said, '', proposal.where, proposal.json].join('\n');
  return whole.length <= LONGEST ? whole : said.slice(0, LONGEST);
}

function resourceOf(asked: Asked, denial: Denial | undefined, role: string): string {
  if (!denial?.kms) return askedResource(asked, role);
  return denial.resource ?? 'the KMS key of the object';
}

/** The session as AWS named it, when it is one of the pass's account; else the role. */
function whoAsked(denial: Denial | undefined, pass: PassView, role: string): string {
  const account = pass.chained?.accountId ?? pass.accountId;
  const session = /^arn:[a-z-]+:sts::(\d{12}):(assumed-role\/\S+)$/.exec(denial?.principal ?? '');
  const name = session && session[1] === account ? oneLine(session[2] ?? '') : `the role ${role}`;
  return `${name} in account ${formatAccountId(account)}`;
}

function byWhat(denial: Denial | undefined): string {
  if (!denial || (denial.policyKind === 'unknown' && !denial.explicit))
    return 'AWS did not say by which policy.';
  const policy = policies[denial.policyKind];
  const named = denial.policyArn ? `: ${oneLine(denial.policyArn)}` : '';
  if (denial.explicit)
    return `Refused by an explicit deny in ${/^i/.test(policy) ? 'an' : 'a'} ${policy}${named}.`;
  return `Refused because no ${policy} allows it.`;
}

/** A name from outside can't begin a line of its own, nor turn the text around. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, '\uFFFD');
}
