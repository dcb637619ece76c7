/** The roles of one sign-in, to choose which become passes. All chosen ones are signed in at once. */
import { memo, useMemo, useRef } from 'react';
import { useSnapshot } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';
import { ChosenRoles } from './ChosenRoles.tsx';
import { NoLongerOffered } from './NoLongerOffered.tsx';
import { PickerFilter } from './PickerFilter.tsx';
import { PickerHead } from './PickerHead.tsx';
import { PickerList } from './PickerList.tsx';
import { noLongerOffered } from './picker-model.ts';
import { takePickerKey } from './take-picker-key.ts';
import { type Choosing, usePicker } from './use-picker.ts';
import './picker.css';

export function RolePicker({ signin }: { signin: Choosing }) {
  const { organisations, passes } = useSnapshot();
  const picker = usePicker(signin);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const gone = useMemo(() => noLongerOffered(passes, signin), [passes, signin]);
  const name = organisations.find((each) => each.id === signin.organisation)?.name ?? signin.organisation;

  return (
    <form
      className="picker"
      aria-labelledby="picker-title"
      onKeyDown={(event) => takePickerKey(event, picker, input.current, list.current)}
      onSubmit={(event) => {
        event.preventDefault();
        picker.submit();
      }}
    >
      <PickerHead signin={signin} name={name} />
      <NoLongerOffered passes={gone} name={name} />
      <PickerFilter
        inputRef={input}
        value={picker.filter}
        onChange={picker.setFilter}
        shown={picker.shown.length}
        total={signin.offers.length}
        onChooseShown={picker.chooseShown}
      />
      <PickerList boxRef={list} picker={picker} total={signin.offers.length} />
      <footer className="picker-foot">
        <ChosenRoles offers={picker.picked} hidden={picker.hidden} onRemove={picker.leaveOut} />
        <Ways
          count={picker.picked.length}
          late={picker.late}
          onCancel={picker.cancel}
          onAgain={picker.again}
        />
      </footer>
    </form>
  );
}

interface WaysProps {
  /** Roles chosen. */
  count: number;
  late: boolean;
  onCancel: () => void;
  onAgain: () => void;
}

const Ways = memo(function Ways({ count, late, onCancel, onAgain }: WaysProps) {
  return (
    <>
      <Button look="quiet" onPress={onCancel}>
        Cancel
      </Button>
      {late ? (
        <Button look="primary" onPress={onAgain}>
          Sign in again
        </Button>
      ) : (
        <Button look="primary" type="submit" shortcut="⏎" isDisabled={count === 0}>
          {count === 0 ? 'Sign in' : `Sign in to ${count}`}
        </Button>
      )}
    </>
  );
});
