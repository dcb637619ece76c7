// biome-ignore-all lint/a11y/useSemanticElements: a table's own layout can't be virtualised; the roles say it
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid around has the focus and names its active row
/** One role of the picker, with its check box; one that is a pass already shows the pass's ring. */
import { memo } from 'react';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { useSnapshot } from '../../bridge/use-api.ts';
import { usePassTime } from '../../bridge/use-pass-time.ts';
import { formatRole } from '../../text/format.ts';
import { guardTip, guardWords } from '../../text/guard-words.ts';
import { phaseClass } from '../../text/pass-time.ts';
import { GuardTick } from '../../ui/GuardTick.tsx';
import { Hits } from '../../ui/Hits.tsx';
import { Ring } from '../../ui/Ring.tsx';
import type { ListedOffer } from './picker-model.ts';
import { rowHeight } from './picker-rows.ts';

interface PickerOfferProps {
  offer: ListedOffer;
  /** Among the roles shown. */
  index: number;
  /** Among all rows. */
  row: number;
  on: boolean;
  inHand: boolean;
  onPress: (offer: ListedOffer, index: number) => void;
}

/** The id that `aria-activedescendant` names. */
export const pickerRowId = (index: number) => `offer-${index}`;

export const PickerOffer = memo(function PickerOffer({
  offer,
  index,
  row,
  on,
  inHand,
  onPress,
}: PickerOfferProps) {
  const kept = offer.pass !== null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around has the focus and takes the keys
    <div
      role="row"
      id={pickerRowId(index)}
      className={`offer${on ? ' on' : ''}${inHand ? ' in-hand' : ''}`}
      style={{ top: row * rowHeight }}
      aria-rowindex={row + 1}
      aria-selected={on}
      // The focus stays with the grid.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPress(offer, index)}
    >
      <div role="gridcell" className="offer-name" title={offer.roleArn}>
        <input
          type="checkbox"
          className={kept ? 'check kept' : 'check'}
          aria-label={formatRole(offer)}
          data-role-arn={offer.roleArn}
          tabIndex={-1}
          checked={on}
          readOnly
        />
        {offer.rolePath === '/' ? <Hits text={offer.roleName} /> : <NameWithPath offer={offer} />}
      </div>
      {offer.pass !== null && (
        <div role="gridcell" className="offer-pass">
          <AlreadyAPass id={offer.pass} />
        </div>
      )}
    </div>
  );
});

function NameWithPath({ offer }: { offer: ListedOffer }) {
  return (
    <span className="offer-path">
      <span className="hint cut">
        <Hits text={offer.rolePath} />
      </span>
      <span>
        <Hits text={offer.roleName} />
      </span>
    </span>
  );
}

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
      {pass.guarded && <GuardTick words={guardWords} tip={guardTip} />}
    </>
  );
}
