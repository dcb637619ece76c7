/** Two kinds of choice: a few words side by side, and a list of numbers where the one in force may be any. */
import { Radio, RadioGroup } from 'react-aria-components';

interface WordsChoiceProps<T extends string> {
  label: string;
  choices: readonly { value: T; words: string }[];
  value: T;
  disabled: boolean;
  onChange: (value: T) => void;
}

export function WordsChoice<T extends string>({
  label,
  choices,
  value,
  disabled,
  onChange,
}: WordsChoiceProps<T>) {
  return (
    <RadioGroup
      className="seg"
      aria-label={label}
      orientation="horizontal"
      value={value}
      isDisabled={disabled}
      onChange={(chosen) => {
        const choice = choices.find((each) => each.value === chosen);
        if (choice) onChange(choice.value);
      }}
    >
      {choices.map((choice) => (
        <Radio key={choice.value} value={choice.value} className="seg-part">
          {choice.words}
        </Radio>
      ))}
    </RadioGroup>
  );
}

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
