/** A piece of text with what can't be seen in it marked, and what is left out of it counted. */
import { counted } from '../../../text/format.ts';
import { controlParts } from '../name-marks.ts';

interface MarkedProps {
  text: string;
  /** Characters that are not shown. */
  hidden?: number;
  /** Unseen characters that need no mark here. */
  leaves?: string;
}

export function Marked({ text, hidden = 0, leaves = '' }: MarkedProps) {
  const parts = controlParts(text, leaves);
  const isPlain = parts.length === 1 && parts[0]?.kind === 'text';
  return (
    <>
      {isPlain
        ? text
        : parts.map(({ kind, text }, index) =>
            kind === 'text' ? (
              text
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
              <span key={index} className="ctl">
                {text}
              </span>
            ),
          )}
      {hidden > 0 && (
        <span className="pv-cut">
          <i className="perf-h" />
          {counted(hidden, 'more character')}
        </span>
      )}
    </>
  );
}
