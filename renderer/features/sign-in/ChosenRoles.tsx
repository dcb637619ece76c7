/** What is chosen stays in sight, also when the filter hides it: one small ticket a role. */
import type { OfferView } from '../../../electron/contract/snapshot.ts';
import { formatAccountId, formatRole } from '../../text/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Middle } from '../../ui/Middle.tsx';
import { offerKey } from './picker-model.ts';

/** More tickets than this become a number. */
const most = 6;

interface ChosenRolesProps {
  offers: readonly OfferView[];
  /** How many of them the filter hides. */
  hidden: number;
  onRemove: (offer: OfferView) => void;
}

export function ChosenRoles({ offers, hidden, onRemove }: ChosenRolesProps) {
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
          <li key={offerKey(offer)} className="chip">
            <Middle
              text={offer.roleName}
              tip={`${formatRole(offer)} in ${formatAccountId(offer.accountId)}`}
            />
            <button
              type="button"
              className="focusable"
              aria-label={`Leave out ${formatRole(offer)} in ${formatAccountId(offer.accountId)}`}
              onClick={() => onRemove(offer)}
            >
              <Icon name="x" size={12} />
            </button>
          </li>
        ))}
        {offers.length > most && <li className="small dim">and {offers.length - most} more</li>}
      </ul>
    </div>
  );
}
