/** The offers, grouped by account, each with a check box named by its role. */
import type { Ref } from 'react';
import type { OfferView } from '../../../electron/contract/snapshot.ts';
import { counted, formatAccountId, formatRole } from '../../text/format.ts';
import { SayPanel } from '../../ui/Say.tsx';
import { type AccountGroup, filterWords, hitPieces, offerKey } from './picker-model.ts';

interface PickerListProps {
  ref: Ref<HTMLDivElement>;
  groups: readonly AccountGroup[];
  filter: string;
  chosen: ReadonlySet<string>;
  onChoose: (keys: readonly string[], on: boolean) => void;
}

export function PickerList({ ref, groups, filter, chosen, onChoose }: PickerListProps) {
  const words = filterWords(filter);
  return (
    <div className="picker-list" ref={ref}>
      {groups.length === 0 && (
        <SayPanel
          calm
          icon="filter"
          title={`No role holds “${filter}”.`}
          body="Looked through all roles of this sign-in."
        />
      )}
      {groups.map((group) => (
        <section key={group.accountId} aria-label={`Account ${formatAccountId(group.accountId)}`}>
          <h2 className="picker-account">
            <b>
              Account <Hits text={formatAccountId(group.accountId)} words={words} />
            </b>
            <span className="small hint">{groupCount(group)}</span>
          </h2>
          {group.offers.map((offer) => (
            <Offer
              key={offerKey(offer)}
              offer={offer}
              words={words}
              on={chosen.has(offerKey(offer))}
              onChange={(on) => onChoose([offerKey(offer)], on)}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

function groupCount({ offers, total }: AccountGroup): string {
  return offers.length === total ? counted(total, 'role') : `${offers.length} of ${counted(total, 'role')}`;
}

interface OfferProps {
  offer: OfferView;
  words: readonly string[];
  on: boolean;
  onChange: (on: boolean) => void;
}

function Offer({ offer, words, on, onChange }: OfferProps) {
  return (
    <label className={`offer${on ? ' on' : ''}`}>
      <input
        type="checkbox"
        className="check"
        aria-label={formatRole(offer)}
        data-role-arn={offer.roleArn}
        checked={on}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="offer-name" title={offer.roleArn}>
        {offer.rolePath !== '/' && (
          <span className="hint cut">
            <Hits text={offer.rolePath} words={words} />
          </span>
        )}
        <span className="nb">
          <Hits text={offer.roleName} words={words} />
        </span>
      </span>
      {offer.pass !== null && <span className="small dim">already a pass</span>}
    </label>
  );
}

function Hits({ text, words }: { text: string; words: readonly string[] }) {
  if (words.length === 0) return text;
  return hitPieces(text, words).map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
    piece.hit ? <mark key={index}>{piece.text}</mark> : piece.text,
  );
}
