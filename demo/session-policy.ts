// Session policies as IAM evaluates them, as far as the demo's operations need it: what a session may do is what
// role *and* session policies allow, and a Deny wins (IAM user guide, "Session policies"). Knows no role.

import { z } from 'zod';

const ONE_OR_MORE = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

const STATEMENT = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: ONE_OR_MORE,
  Resource: ONE_OR_MORE,
  Condition: z.unknown().optional(),
});

const POLICY = z.object({
  Version: z.enum(['2012-10-17', '2008-10-17']).optional(),
  Statement: z.union([STATEMENT, z.array(STATEMENT)]).transform((value) => [value].flat()),
});
type Statement = z.infer<typeof STATEMENT>;

/** What a session was given beside its role; sealed into its token. */
export const SESSION_POLICIES = z.strictObject({
  arns: z.array(z.string()),
  inline: z.string().optional(),
});
export type SessionPolicies = z.infer<typeof SESSION_POLICIES>;

/** AWS's managed policies that the demo knows: the part of each that its own services can be asked for. */
const MANAGED: Record<string, Statement> = {
  ReadOnlyAccess: allow(
    's3:Get*',
    's3:List*',
    's3:Describe*',
    's3-object-lambda:Get*',
    'sts:GetCallerIdentity',
  ),
  AmazonS3ReadOnlyAccess: allow('s3:Get*', 's3:List*', 's3:Describe*'),
  AdministratorAccess: allow('*'),
};

function allow(...actions: string[]): Statement {
  return { Effect: 'Allow', Action: actions, Resource: ['*'] };
}

export function isManagedPolicy(arn: string): boolean {
  return managed(arn) !== undefined;
}

/** Undefined when it is not a policy. */
export function readPolicy(text: string): Statement[] | undefined {
  try {
    return POLICY.parse(JSON.parse(text)).Statement;
  } catch {
    return undefined;
  }
}

export type Ruling = 'allowed' | 'not allowed' | 'denied';

export function rule(policies: SessionPolicies | undefined, action: string, resource: string): Ruling {
  if (!policies) return 'allowed';
  const inline = policies.inline === undefined ? [] : (readPolicy(policies.inline) ?? []);
  const statements = [...policies.arns.flatMap((arn) => managed(arn) ?? []), ...inline];
  const matching = statements.filter(
    (one) =>
      one.Action.some((text) => matches(text, action)) &&
      one.Resource.some((text) => matches(text, resource)),
  );
  if (matching.some(({ Effect }) => Effect === 'Deny')) return 'denied';
  // Conditions are about KMS here, which the demo has not: an Allow with one allows nothing.
  return matching.some(({ Condition }) => Condition === undefined) ? 'allowed' : 'not allowed';
}

function managed(arn: string): Statement | undefined {
  const name = /^arn:aws:iam::aws:policy\/(\w+)$/.exec(arn)?.[1] ?? '';
  return Object.hasOwn(MANAGED, name) ? MANAGED[name] : undefined;
}

/** `*` and `?` as IAM takes them; the action's case does not count. */
function matches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'is').test(text);
}
