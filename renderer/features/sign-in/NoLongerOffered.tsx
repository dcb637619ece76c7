/** Passes whose role this sign-in offers no more: said by name, kept as they are, never replaced. */
import { memo } from 'react';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { formatAccountId, formatRole } from '../../text/format.ts';
import { SayLine } from '../../ui/Say.tsx';

/** More than these are counted first and named after. */
const most = 2;

export const NoLongerOffered = memo(function NoLongerOffered({
  passes,
  name,
}: {
  passes: readonly PassView[];
  name: string;
}) {
  if (passes.length === 0) return null;
  const named = passes.map(roleInAccount);
  const stay = passes.length === 1 ? 'The pass stays' : 'The passes stay';
  const few = passes.length <= most;
  return (
    <SayLine
      icon="alert"
      tone="soon"
      failure="role-not-offered"
      title={`${name} no longer offers ${few ? named.join(' and ') : `${passes.length} roles of yours`}.`}
      body={`${few ? '' : `${named.join(', ')}. `}${stay} in your list, and no other role is taken instead. Whoever gives out roles at ${name} can say why.`}
    />
  );
});

function roleInAccount(pass: PassView): string {
  return `${formatRole(pass)} in ${pass.accountName ?? formatAccountId(pass.accountId)}`;
}
