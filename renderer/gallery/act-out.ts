/** Does what a person did before a state of the gallery: presses and types, each as soon as its place is there. */

export type Act =
  | { press: string }
  | { type: string; text: string }
  | { focus: string }
  | { enter: string }
  /** A further row is selected. */
  | { toggle: string }
  /** Right click. */
  | { menu: string }
  | { at: string; key: string }
  /** Files are held over it. */
  | { hang: string; files: number }
  /** A key with Ctrl. */
  | { at: string; held: string };

export async function actOut(acts: readonly Act[]): Promise<void> {
  for (const act of acts) {
    const selector = String(Object.values(act)[0]);
    const place = await appeared(selector);
    if ('press' in act) place.click();
    else if ('focus' in act) place.focus();
    else if ('held' in act)
      place.dispatchEvent(new KeyboardEvent('keydown', { key: act.held, ctrlKey: true, bubbles: true }));
    else if ('enter' in act)
      place.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    else if ('toggle' in act) place.dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true }));
    else if ('menu' in act) rightClick(place);
    else if ('hang' in act) hangFiles(place, act.files);
    else if ('key' in act) place.dispatchEvent(new KeyboardEvent('keydown', { key: act.key, bubbles: true }));
    else if (place instanceof HTMLInputElement) type(place, act.text);
  }
}

/** Resolves a frame after the place was drawn, when what asks on being drawn has asked. */
export function appeared(selector: string): Promise<HTMLElement> {
  return new Promise((resolve) => {
    const look = () => {
      const found = document.querySelector<HTMLElement>(selector);
      if (found) requestAnimationFrame(() => requestAnimationFrame(() => resolve(found)));
      else requestAnimationFrame(look);
    };
    look();
  });
}

function rightClick(place: HTMLElement): void {
  const { left, bottom } = place.getBoundingClientRect();
  const where = { bubbles: true, cancelable: true, button: 2, clientX: left + 120, clientY: bottom - 8 };
  place.dispatchEvent(new MouseEvent('contextmenu', where));
}

function hangFiles(place: HTMLElement, count: number): void {
  const dataTransfer = new DataTransfer();
  for (let i = 0; i < count; i++) dataTransfer.items.add(new File([], `file ${i}`));
  for (const type of ['dragenter', 'dragover'])
    place.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
}

/** React hears only a value that was set as a keyboard would. */
function type(field: HTMLInputElement, text: string): void {
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
  set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
