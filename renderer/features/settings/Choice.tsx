/** A list of numbers where the one in force may be any. */
interface NumberChoiceProps {
  label: string;
  choices: readonly number[];
  words: (value: number) => string;
  value: number;
  disabled?: boolean;
  onChange: (value: number) => void;
}

export function NumberChoice({
  label,
  choices,
  words,
  value,
  disabled = false,
  onChange,
}: NumberChoiceProps) {
  const all = [...new Set([...choices, value])].sort((a, b) => a - b);
  return (
    <select
      className="select focusable"
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(Number(event.target.value))}
    >
      {all.map((each) => (
        <option key={each} value={each}>
          {words(each)}
        </option>
      ))}
    </select>
  );
}
