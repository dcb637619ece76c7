/** Rows of a name and a value, with one more at the end as soon as the last has something. */
import { Button } from '../../../../ui/Button.tsx';

export interface Pair {
  name: string;
  value: string;
}

interface PairRowsProps {
  /** What one of them is: `tag`, `metadata`. */
  of: string;
  rows: readonly Pair[];
  most: number;
  focused?: boolean;
  onChange: (rows: Pair[]) => void;
}

export function PairRows({ of, rows, most, focused = false, onChange }: PairRowsProps) {
  const shown = withEmptyRow(rows, most);
  const put = (index: number, part: Partial<Pair>) =>
    onChange(shown.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <div className="pair-rows">
      {shown.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; names change while they are typed
        <div key={index} className="pair-row">
          <span className="field">
            <input
              aria-label={`Name of ${of} ${index + 1}`}
              placeholder="name"
              spellCheck={false}
              // biome-ignore lint/a11y/noAutofocus: a person came here to type
              autoFocus={focused && index === 0}
              value={row.name}
              onChange={(event) => put(index, { name: event.target.value })}
            />
          </span>
          <span className="field">
            <input
              aria-label={`Value of ${of} ${index + 1}`}
              placeholder="value"
              spellCheck={false}
              value={row.value}
              onChange={(event) => put(index, { value: event.target.value })}
            />
          </span>
          <Button
            look="quiet"
            icon="x"
            aria-label={`Take away ${of} ${row.name || index + 1}`}
            isDisabled={row.name === '' && row.value === ''}
            onPress={() => onChange(shown.filter((_, at) => at !== index))}
          />
        </div>
      ))}
    </div>
  );
}

function withEmptyRow(rows: readonly Pair[], most: number): readonly Pair[] {
  const last = rows.at(-1);
  const open = last !== undefined && last.name === '' && last.value === '';
  return open || rows.length >= most ? rows : [...rows, { name: '', value: '' }];
}
