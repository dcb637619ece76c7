/** Of a production pass, the last step before what can't be undone: the bucket's name, typed to the letter. */
import { guardTip, guardWords } from '../../../text/guard-words.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Icon } from '../../../ui/Icon.tsx';

interface TypeNameProps {
  name: string;
  value: string;
  onChange: (value: string) => void;
}

export function TypeName({ name, value, onChange }: TypeNameProps) {
  const typed = value === name;
  return (
    <label className="type-name">
      <span>
        <Badge tone="guard" words={guardWords} tip={guardTip} /> Type <code>{name}</code> to go on.
      </span>
      <span className="field">
        <input
          className="mono"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          maxLength={255}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        {typed && <Icon name="check" />}
      </span>
    </label>
  );
}
