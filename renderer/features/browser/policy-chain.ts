/** The policies that every request passes, and what each said as far as AWS told. Pure. */
import type { Denial, PolicyKind } from '../../../electron/contract/denial.ts';
import type { Scope } from '../../../electron/contract/scope.ts';

export interface PolicyStop {
  kind: PolicyKind | 'kms';
  name: string;
  said: 'no' | 'yes' | 'notTold';
  words: string;
}

const names: readonly (readonly [PolicyStop['kind'], string])[] = [
  ['identity', 'Role’s own policy'],
  ['boundary', 'Permissions boundary'],
  ['session', 'Scope of this pass'],
  ['serviceControl', 'Service control policy'],
  ['resource', 'Bucket policy'],
  ['kms', 'KMS key'],
];
/** Rarer ones are there only when it was them; each takes the place of its like. */
const rare: Partial<Record<PolicyKind, { insteadOf: PolicyStop['kind']; name: string }>> = {
  resourceControl: { insteadOf: 'serviceControl', name: 'Resource control policy' },
  endpoint: { insteadOf: 'kms', name: 'VPC endpoint' },
};

/** Empty where AWS did not say which one it was. */
export function policyChain(denial: Denial | undefined, scope: Scope): PolicyStop[] {
  if (!denial || denial.policyKind === 'unknown') return [];
  const { policyKind } = denial;
  const odd = rare[policyKind];
  return names.map(([kind, name]): PolicyStop => {
    if (odd?.insteadOf === kind) return { kind: policyKind, name: odd.name, said: 'no', words: 'said no' };
    if (kind === policyKind) return { kind, name, said: 'no', words: 'said no' };
    // A full sign-in sends no session policy, so there is nothing that could have said no.
    if (kind === 'session' && scope === 'full') return { kind, name, said: 'yes', words: 'full, passed' };
    return { kind, name, said: 'notTold', words: kind === 'kms' ? 'not asked' : 'not told' };
  });
}
