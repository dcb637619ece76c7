/** Does what a key asks of the picker: moving, choosing, typing on in the filter, signing in. */
import type { KeyboardEvent } from 'react';
import { movePicker, type PickerIntent, pickerIntent } from './picker-keys.ts';
import { rowHeight } from './picker-rows.ts';
import type { Picker } from './use-picker.ts';

export function takePickerKey(
  event: KeyboardEvent,
  picker: Picker,
  input: HTMLElement | null,
  list: HTMLElement | null,
): void {
  const target = event.target instanceof Element ? event.target : null;
  const inList = list?.contains(target) ?? false;
  const page = Math.max(1, Math.floor((list?.clientHeight ?? 0) / rowHeight) - 2);
  const { key, altKey: alt } = event;
  const press = { key, alt, ctrl: event.ctrlKey || event.metaKey };
  const intent = pickerIntent(press, target === input ? 'filter' : inList ? 'list' : 'elsewhere', page);
  if (!intent || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const goTo = (index: number) => {
    picker.setCursor(index);
    (index < 0 ? input : list)?.focus({ preventScroll: true });
  };
  if (act(intent, picker, inList, goTo)) input?.focus();
}

/** Answers whether the filter is to have the focus now. */
function act(intent: PickerIntent, picker: Picker, inList: boolean, goTo: (index: number) => void): boolean {
  const { shown, cursor, filter } = picker;
  const offer = shown[cursor];
  switch (intent.kind) {
    case 'move':
      // From the filter the way down leads to the first role, wherever the cursor was before.
      goTo(movePicker(inList ? cursor : -1, intent.by, shown.length));
      return false;
    case 'first':
      goTo(Math.min(0, shown.length - 1));
      return false;
    case 'last':
      goTo(shown.length - 1);
      return false;
    case 'toggle':
      if (offer) picker.toggle(offer);
      return false;
    case 'all':
      picker.chooseShown();
      return false;
    case 'submit':
      picker.submit();
      return false;
    case 'clear':
      if (filter !== '') picker.setFilter('');
      return filter === '';
    case 'type':
      picker.setFilter(filter + intent.text);
      return true;
    case 'filter':
      return true;
  }
}
