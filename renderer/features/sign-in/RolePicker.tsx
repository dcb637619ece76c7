/** The roles of one sign-in, to choose which become passes. All chosen ones are signed in at once. */
import { type KeyboardEvent, useRef } from 'react';
import { useSnapshot } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';
import { ChosenRoles } from './ChosenRoles.tsx';
import { NoLongerOffered } from './NoLongerOffered.tsx';
import { PickerFilter } from './PickerFilter.tsx';
import { PickerHead } from './PickerHead.tsx';
import { PickerList } from './PickerList.tsx';
import { movePicker, type PickerIntent, pickerIntent } from './picker-keys.ts';
import { noLongerOffered, offerKey } from './picker-model.ts';
import { rowHeight } from './picker-rows.ts';
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
      onKeyDown={(event) => takeKey(event, picker, input.current, list.current)}
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

function takeKey(
  event: KeyboardEvent,
  picker: Picker,
  input: HTMLInputElement | null,
  list: HTMLElement | null,
) {
  const target = event.target instanceof Element ? event.target : null;
  const from = target === input ? 'filter' : list?.contains(target) ? 'list' : 'elsewhere';
  const page = Math.max(1, Math.floor((list?.clientHeight ?? 0) / rowHeight) - 2);
  const { key, altKey: alt } = event;
  const intent = pickerIntent({ key, alt, ctrl: event.ctrlKey || event.metaKey }, from, page);
  if (!intent || event.nativeEvent.isComposing) return;
  event.preventDefault();
  act(intent, picker, from, input, list);
}

function act(
  intent: PickerIntent,
  picker: Picker,
  from: 'filter' | 'list' | 'elsewhere',
  input: HTMLInputElement | null,
  list: HTMLElement | null,
) {
  const goTo = (index: number) => {
    picker.setCursor(index);
    (index < 0 ? input : list)?.focus({ preventScroll: true });
  };
  const offer = picker.shown[picker.cursor];
  switch (intent.kind) {
    case 'move':
      // From the filter the way down leads to the first role, wherever the cursor was before.
      return goTo(movePicker(from === 'list' ? picker.cursor : -1, intent.by, picker.shown.length));
    case 'first':
      return goTo(picker.shown.length > 0 ? 0 : -1);
    case 'last':
      return goTo(picker.shown.length - 1);
    case 'toggle':
      return offer && picker.toggle(offer);
    case 'all':
      return picker.chooseShown();
    case 'submit':
      return picker.submit();
    case 'filter':
      return input?.focus();
    case 'clear':
      return picker.filter === '' ? input?.focus() : picker.setFilter('');
    case 'type':
      picker.setFilter(picker.filter + intent.text);
      return input?.focus();
  }
}
