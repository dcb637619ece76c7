/** A role offer taken up → the pass that keeps it: a stable id, a label a person knows. Pure. */
import { createHash } from 'node:crypto';
import type { Scope } from '../contract/scope.ts';
import type { RoleOffer } from '../signin/assertion.ts';
import { parseRoleArn, regionFor } from '../signin/partition.ts';
import type { Organisation, Pass } from './schema.ts';

/**
 * The id is also the account name in the keychain, so it is ASCII and the same at every sign-in: the role's
 * name for people, a digest of organisation, ARN and scope for certainty.
 */
export function passOf(
  organisation: Organisation,
  offer: RoleOffer,
  others: readonly Pass[],
  scope: Scope = 'full',
): Pass {
  const role = parseRoleArn(offer.roleArn);
  if (!role) throw new Error('an offer always holds a role');
  const digest = createHash('sha256')
    .update(`${organisation.id} ${offer.roleArn}`)
    .digest('hex')
    .slice(0, 10);
  const readable = role.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 32)
    .replace(/^-|-$/g, '');
  const id = freeId(`${readable || 'role'}-${digest}${scope === 'full' ? '' : '-ro'}`, others);
  const taken = others.some(
    (pass) =>
      pass.organisation === organisation.id && pass.label === role.name && pass.roleArn !== offer.roleArn,
  );
  return {
    id,
    organisation: organisation.id,
    label: taken ? `${role.name} ${role.accountId.slice(-4)}` : role.name,
    roleArn: offer.roleArn,
    providerArn: offer.providerArn,
    region: regionFor(role.partition, organisation.region),
    ...(scope === 'full' ? {} : { scope }),
  };
}

/** A pass keeps its id when its scope is changed, so the id of the other scope may be taken. */
function freeId(wished: string, others: readonly Pass[]): string {
  const taken = new Set(others.map(({ id }) => id));
  if (!taken.has(wished)) return wished;
  for (let number = 2; ; number++) if (!taken.has(`${wished}-${number}`)) return `${wished}-${number}`;
}
