/** The picker's filter with its count, and *Choose all* for what it leaves. */
import type { Ref } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { formatCount } from '../../text/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';

interface PickerFilterProps {
  inputRef: Ref<HTMLInputElement>;
  value: string;
  onChange: (value: string) => void;
  shown: number;
  total: number;
  onChooseShown: () => void;
}

export function PickerFilter({ inputRef, value, onChange, shown, total, onChooseShown }: PickerFilterProps) {
  return (
    <div className="picker-filter">
      <SearchField
        className="field grow"
        aria-label="Filter roles"
        value={value}
        onChange={onChange}
        autoFocus
      >
        <Icon name="search" />
        <Input ref={inputRef} placeholder="Filter by role or account" />
        <span className="small dim nb" role="status">
          {shown === total
            ? `${formatCount(total)} roles`
            : `${formatCount(shown)} of ${formatCount(total)} roles`}
        </span>
        {value && <Button look="quiet" size="small" icon="x" aria-label="Clear the filter" />}
      </SearchField>
      <Button isDisabled={shown === 0} onPress={onChooseShown}>
        Choose all {formatCount(shown)}
      </Button>
    </div>
  );
}
