/** Fields of the dialogs: a line of text with what is wrong with it, a choice of one, a box to tick. */
import { type ReactNode, useEffect, useId, useRef } from 'react';

interface LabelledFieldProps {
  label: string;
  value: string;
  mono?: boolean;
  /** Has the keyboard when the dialog opens; `name`: what stands before the ending is selected. */
  first?: 'all' | 'name' | 'end';
  placeholder?: string;
  /** Said under the field; the dialog does not go on meanwhile. */
  wrong?: string | null;
  hint?: ReactNode;
  onChange: (value: string) => void;
}

export function LabelledField(props: LabelledFieldProps) {
  const { label, value, mono = false, first, placeholder, wrong = null, hint, onChange } = props;
  const field = useRef<HTMLInputElement>(null);
  const under = useId();
  useEffect(() => {
    if (!first) return;
    const text = field.current?.value ?? '';
    const dot = text.lastIndexOf('.');
    field.current?.focus();
    const to = first === 'name' && dot > 0 ? dot : text.length;
    field.current?.setSelectionRange(first === 'end' ? to : 0, to);
  }, [first]);
  return (
    <label className="act-field">
      <span className="small dim">{label}</span>
      <span className="field">
        <input
          ref={field}
          className={mono ? 'mono' : undefined}
          spellCheck={false}
          autoComplete="off"
          value={value}
          placeholder={placeholder}
          aria-invalid={wrong !== null}
          aria-describedby={under}
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
      <span
        id={under}
        className={`small ${wrong === null ? 'hint' : 'is-danger'}`}
        role={wrong === null ? undefined : 'alert'}
      >
        {wrong ?? hint}
      </span>
    </label>
  );
}

interface OneOfProps<T extends string> {
  label: string;
  choices: readonly { value: T; words: string; under?: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** A few ways, each with what it means. */
export function OneOf<T extends string>({ label, choices, value, onChange }: OneOfProps<T>) {
  const name = useId();
  return (
    <fieldset className="one-of">
      <legend className="small dim">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            className="check round"
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.words}
            {choice.under && <small className="dim">{choice.under}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function Tick({
  checked,
  children,
  onChange,
}: {
  checked: boolean;
  children: ReactNode;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className="tick">
      <input
        type="checkbox"
        className="check"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
