/** A few words side by side, one of them chosen. */
import { Radio, RadioGroup } from 'react-aria-components';

interface WordsChoiceProps<T extends string> {
  label: string;
  choices: readonly { value: T; words: string }[];
  value: T;
  disabled?: boolean;
  onChange: (value: T) => void;
}

export function WordsChoice<T extends string>({
  label,
  choices,
  value,
  disabled = false,
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
