/**
 * The picker's filter with its count, and *Choose all* for what it leaves. A plain search field, because it is rendered
 * at every letter: a component made for all kinds of fields was the largest part of that letter's script.
 */
import { memo, type RefObject } from 'react';
import { formatCount } from '../../text/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useSteady } from '../../ui/use-steady.ts';

interface PickerFilterProps {
  inputRef: RefObject<HTMLInputElement | null>;
  value: string;
  onChange: (value: string) => void;
  shown: number;
  total: number;
  onChooseShown: () => void;
}

export function PickerFilter({ inputRef, value, onChange, shown, total, onChooseShown }: PickerFilterProps) {
  const clear = useSteady(() => {
    onChange('');
    inputRef.current?.focus();
  });
  return (
    <div className="picker-filter">
      <div className="field grow">
        <Icon name="search" />
        <input
          ref={inputRef}
          type="search"
          aria-label="Filter roles"
          placeholder="Filter by role or account"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          // biome-ignore lint/a11y/noAutofocus: a person came here to choose
          autoFocus
        />
        <span className="small dim nb" role="status">
          {shown === total
            ? `${formatCount(total)} roles`
            : `${formatCount(shown)} of ${formatCount(total)} roles`}
        </span>
        {/* Made once: it comes with the first letter and goes with the last. */}
        <span hidden={value === ''}>
          <Clear onPress={clear} />
        </span>
      </div>
      <ChooseAll count={shown} onPress={onChooseShown} />
    </div>
  );
}

const Clear = memo(function Clear({ onPress }: { onPress: () => void }) {
  return (
    <Button
      look="quiet"
      size="small"
      icon="x"
      aria-label="Clear the filter"
      excludeFromTabOrder
      preventFocusOnPress
      onPress={onPress}
    />
  );
});

const ChooseAll = memo(function ChooseAll({ count, onPress }: { count: number; onPress: () => void }) {
  return (
    <Button isDisabled={count === 0} onPress={onPress}>
      Choose all {formatCount(count)}
    </Button>
  );
});
