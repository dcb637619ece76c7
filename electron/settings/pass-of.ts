/** A role offer taken up → the pass that keeps it: a stable id, a label a person knows. Pure. */
import { createHash } from 'node:crypto';
import type { RoleOffer } from '../signin/assertion.ts';
import { parseRoleArn, regionFor } from '../signin/partition.ts';
import type { Organisation, Pass } from './schema.ts';

/**
 * The id is also the account name in the keychain, so it is ASCII and the same at every sign-in: the role's
 * name for people, a digest of organisation and ARN for certainty.
 */
export function passOf(organisation: Organisation, offer: RoleOffer, others: readonly Pass[]): Pass {
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
  const id = `${readable || 'role'}-${digest}`;
  const taken = others.some(
    (pass) => pass.id !== id && pass.organisation === organisation.id && pass.label === role.name,
  );
  return {
    id,
    organisation: organisation.id,
    label: taken ? `${role.name} ${role.accountId.slice(-4)}` : role.name,
    roleArn: offer.roleArn,
    providerArn: offer.providerArn,
    region: regionFor(role.partition, organisation.region),
  };
}
