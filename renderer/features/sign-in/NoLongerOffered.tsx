/** Passes whose role this sign-in offers no more: said by name, kept as they are, never replaced. */
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { formatAccountId, formatRole } from '../../text/format.ts';
import { SayLine } from '../../ui/Say.tsx';

/** More than these become a number in the line; the folded list has them all. */
const most = 2;

export function NoLongerOffered({ passes, name }: { passes: readonly PassView[]; name: string }) {
  if (passes.length === 0) return null;
  const named = passes.slice(0, most).map(roleInAccount).join(' and ');
  const more = passes.length > most ? ` and ${passes.length - most} more` : '';
  return (
    <SayLine
      icon="alert"
      tone="soon"
      failure="role-not-offered"
      title={`${name} no longer offers ${named}${more}.`}
      body={`${passes.length === 1 ? 'The pass stays' : 'The passes stay'} in your list, and no other role takes their place. Whoever gives out roles at ${name} can say why.`}
      raw={
        passes.length > most ? passes.map(({ label, roleArn }) => `${label}: ${roleArn}`).join('\n') : null
      }
      rawWords="All of them"
    />
  );
}

function roleInAccount(pass: PassView): string {
  return `${formatRole(pass)} in ${pass.accountName ?? formatAccountId(pass.accountId)}`;
}
