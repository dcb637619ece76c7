// biome-ignore-all lint/a11y/useSemanticElements: a table's own layout can't be virtualised; the roles say it
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid around has the focus and names its active row
/** One account of the picker: the head of its roles, which sticks above them. */
import { memo } from 'react';
import { counted, formatAccountId, formatCount } from '../../text/format.ts';
import { Hits } from '../../ui/Hits.tsx';
import { rowHeight } from './picker-rows.ts';

interface PickerAccountProps {
  accountId: string;
  accountName: string | null;
  /** Roles that the filter leaves, and all. */
  shown: number;
  total: number;
  /** Among all rows. */
  row: number;
}

export const PickerAccount = memo(function PickerAccount({
  accountId,
  accountName,
  shown,
  total,
  row,
}: PickerAccountProps) {
  const id = <Hits text={formatAccountId(accountId)} />;
  return (
    // As high as the account with its roles, so that the head sticks for as long as they are in view.
    <div
      className="picker-group"
      role="presentation"
      style={{ top: row * rowHeight, height: (1 + shown) * rowHeight }}
    >
      <div role="row" aria-rowindex={row + 1} className="picker-account">
        <div role="rowheader" className="row grow">
          {accountName === null ? (
            <b>Account {id}</b>
          ) : (
            <>
              <b className="cut" title={accountName}>
                <Hits text={accountName} />
              </b>
              <span className="small dim nb">{id}</span>
            </>
          )}
        </div>
        <div role="gridcell" className="small hint nb">
          {shown === total ? counted(total, 'role') : `${formatCount(shown)} of ${counted(total, 'role')}`}
        </div>
      </div>
    </div>
  );
});
