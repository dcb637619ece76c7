// biome-ignore-all lint/a11y/useSemanticElements: a table's own layout can't be virtualised; the roles say it
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid around has the focus and names its active row
/** One role of the picker, with its check box; one that is a pass already shows the pass's ring. */
import { memo } from 'react';
import type { OfferView, PassView } from '../../../electron/contract/snapshot.ts';
import { useSnapshot } from '../../bridge/use-api.ts';
import { usePassTime } from '../../bridge/use-pass-time.ts';
import { formatRole } from '../../text/format.ts';
import { phaseClass } from '../../text/pass-time.ts';
import { Ring } from '../../ui/Ring.tsx';
import { Hits } from './Hits.tsx';

interface PickerOfferProps {
  offer: OfferView;
  /** Among the roles shown. */
  index: number;
  /** Among all rows. */
  row: number;
  /** Below its account, px. */
  top: number;
  words: readonly string[];
  on: boolean;
  inHand: boolean;
  onPress: () => void;
}

/** The id that `aria-activedescendant` names. */
export const pickerRowId = (index: number) => `offer-${index}`;

export function PickerOffer({ offer, index, row, top, words, on, inHand, onPress }: PickerOfferProps) {
  const kept = offer.pass !== null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around has the focus and takes the keys
    <div
      role="row"
      id={pickerRowId(index)}
      className={`offer${on ? ' on' : ''}${inHand ? ' in-hand' : ''}`}
      style={{ transform: `translateY(${top}px)` }}
      aria-rowindex={row + 1}
      aria-selected={on}
      // The focus stays with the grid.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <div role="gridcell" className="row grow">
        <input
          type="checkbox"
          className={kept ? 'check kept' : 'check'}
          aria-label={formatRole(offer)}
          data-role-arn={offer.roleArn}
          tabIndex={-1}
          checked={on}
          readOnly
        />
        <RoleName offer={offer} words={words} />
      </div>
      <div role="gridcell" className="row">
        {offer.pass !== null && <AlreadyAPass id={offer.pass} />}
      </div>
    </div>
  );
}

const RoleName = memo(function RoleName({ offer, words }: { offer: OfferView; words: readonly string[] }) {
  return (
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
  );
});

function AlreadyAPass({ id }: { id: string }) {
  const pass = useSnapshot().passes.find((each) => each.id === id);
  return pass ? <PassMark pass={pass} /> : null;
}

function PassMark({ pass }: { pass: PassView }) {
  const time = usePassTime(pass);
  return (
    <>
      <span className={phaseClass[time.phase]}>
        <Ring time={time.ring} size={16} name={time.spoken} />
      </span>
      <span className="small dim nb">already a pass</span>
    </>
  );
}
