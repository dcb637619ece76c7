/** The roles of one sign-in, to choose which become passes. All chosen ones are signed in at once. */
import { useRef } from 'react';
import { useSnapshot } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';
import { ChosenRoles } from './ChosenRoles.tsx';
import { NoLongerOffered } from './NoLongerOffered.tsx';
import { PickerFilter } from './PickerFilter.tsx';
import { PickerHead } from './PickerHead.tsx';
import { PickerList } from './PickerList.tsx';
import { noLongerOffered, offerKey } from './picker-model.ts';
import { takePickerKey } from './take-picker-key.ts';
import { type Choosing, type Picker, usePicker } from './use-picker.ts';
import './picker.css';

export function RolePicker({ signin }: { signin: Choosing }) {
  const { organisations, passes } = useSnapshot();
  const picker = usePicker(signin);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
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
      <NoLongerOffered passes={noLongerOffered(passes, signin)} name={name} />
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
        <ChosenRoles
          offers={picker.picked}
          hidden={picker.hidden}
          onRemove={(offer) => picker.choose([offerKey(offer)], false)}
        />
        <Button look="quiet" onPress={picker.cancel}>
          Cancel
        </Button>
        <SubmitButton picker={picker} />
      </footer>
    </form>
  );
}

function SubmitButton({ picker }: { picker: Picker }) {
  const count = picker.picked.length;
  if (picker.late)
    return (
      <Button look="primary" onPress={picker.again}>
        Sign in again
      </Button>
    );
  return (
    <Button look="primary" type="submit" shortcut="⏎" isDisabled={count === 0}>
      {count === 0 ? 'Sign in' : `Sign in to ${count}`}
    </Button>
  );
}
