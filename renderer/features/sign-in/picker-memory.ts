/**
 * What was typed and chosen for an organisation until its roles are signed in: an answer that came too late
 * must not cost the choice. Lives as long as the window.
 */

export interface PickerChoice {
  filter: string;
  /** Offer keys; null until the person touched anything. */
  chosen: ReadonlySet<string> | null;
}

const choices = new Map<string, PickerChoice>();
const untouched: PickerChoice = { filter: '', chosen: null };

export function recallChoice(organisation: string): PickerChoice {
  return choices.get(organisation) ?? untouched;
}

/** Something was typed or chosen and not signed in yet. */
export function hasChoice(organisation: string): boolean {
  return choices.has(organisation);
}

export function keepChoice(organisation: string, choice: PickerChoice): void {
  choices.set(organisation, choice);
}

/** After the roles were taken, or the person went back. */
export function forgetChoice(organisation: string): void {
  choices.delete(organisation);
}
