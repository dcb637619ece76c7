/** What is chosen stays in sight, also when the filter hides it: one small ticket a role. */
import { memo } from 'react';
import { formatAccountId, formatRole } from '../../text/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Middle } from '../../ui/Middle.tsx';
import type { ListedOffer } from './picker-model.ts';

/** More tickets than this become a number. */
const most = 6;

interface ChosenRolesProps {
  offers: readonly ListedOffer[];
  /** How many of them the filter hides. */
  hidden: number;
  onRemove: (key: string) => void;
}

export const ChosenRoles = memo(function ChosenRoles({ offers, hidden, onRemove }: ChosenRolesProps) {
  if (offers.length === 0) return <p className="grow dim">Nothing chosen yet.</p>;
  return (
    <div className="grow chosen">
      <p className="small">
        <b>{offers.length} chosen</b>{' '}
        {hidden > 0 && (
          <span className="dim">{hidden === 1 ? '1 is' : `${hidden} are`} outside the filter</span>
        )}
      </p>
      <ul>
        {offers.slice(0, most).map((offer) => (
          <li key={offer.key} className="chip">
            <Middle
              text={offer.roleName}
              tip={`${formatRole(offer)} in ${formatAccountId(offer.accountId)}`}
            />
            <button
              type="button"
              className="focusable"
              aria-label={`Leave out ${formatRole(offer)} in ${formatAccountId(offer.accountId)}`}
              onClick={() => onRemove(offer.key)}
            >
              <Icon name="x" size={12} />
            </button>
          </li>
        ))}
        {offers.length > most && <li className="small dim">and {offers.length - most} more</li>}
      </ul>
    </div>
  );
});
