// biome-ignore-all lint/a11y/useSemanticElements: a table's own layout can't be virtualised; the roles say it
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid around has the focus and names its active row
/** The Size of a folder: nothing until it is asked for, then what was counted so far, then the sum. */
import { useApi } from '../../../bridge/use-api.ts';
import { failureText } from '../../../text/failure-text.ts';
import { shortSumWords, sumWords } from './sum-words.ts';
import type { Sum } from './sums.ts';

interface SumCellProps {
  name: string;
  sum: Sum | undefined;
  /** Undefined: nothing can be asked now. */
  onAsk: (() => void) | undefined;
}

export function SumCell({ name, sum, onAsk }: SumCellProps) {
  const { clock } = useApi();
  const isAskable = onAsk && (!sum || sum.kind === 'failed');
  const why = sum?.kind === 'failed' ? `. ${failureText(sum.failure).title}` : '';
  return (
    <div
      role="gridcell"
      className="num sum"
      title={sum && `${sumWords(sum, clock.ticked())}${why}`}
      data-sum={sum?.kind}
    >
      {sum && <span className={sum.kind === 'done' ? '' : 'dim'}>{shortSumWords(sum)}</span>}
      {isAskable && (
        <button
          type="button"
          className="sum-ask"
          tabIndex={-1}
          aria-label={`Sum ${name}`}
          title="Sum everything below it: Alt+Enter"
          onClick={(event) => {
            event.stopPropagation();
            onAsk();
          }}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          Sum
        </button>
      )}
    </div>
  );
}
