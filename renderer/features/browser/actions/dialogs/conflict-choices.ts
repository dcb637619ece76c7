/** What is to happen where something of that name is there already; what was chosen last is offered first. */
import type { ConflictAnswer, ConflictPolicy } from '../../../../../electron/contract/transfer.ts';

interface Choice<T> {
  value: T;
  words: string;
  under: string;
}

const uploadAnswers: readonly Choice<ConflictAnswer>[] = [
  { value: 'keepBoth', words: 'Keep both', under: 'The new one gets a number after its name.' },
  { value: 'skip', words: 'Leave what is there', under: 'It counts as left as it was.' },
  { value: 'compare', words: 'Replace only what differs', under: 'Same size, and not older: left as it is.' },
  { value: 'replace', words: 'Replace', under: 'Where versions are kept, it stays as an older one.' },
];

const downloadAnswers: readonly Choice<ConflictAnswer>[] = [
  { value: 'keepBoth', words: 'Keep both', under: 'The new one gets a number after its name.' },
  { value: 'skip', words: 'Leave what is there', under: 'It counts as left as it was.' },
  { value: 'compare', words: 'Replace only what differs', under: 'Same size and date: left as it is.' },
  { value: 'replace', words: 'Replace', under: 'What is on this computer is gone then.' },
];

const ask: Choice<ConflictPolicy> = {
  value: 'ask',
  words: 'Ask me',
  under: 'All others go on meanwhile.',
};

export const answerChoices = (way: 'upload' | 'download') =>
  way === 'upload' ? uploadAnswers : downloadAnswers;

export const policyChoices = (way: 'upload' | 'download'): readonly Choice<ConflictPolicy>[] => [
  ask,
  ...answerChoices(way),
];

const chosen = { upload: 'ask', download: 'ask' } as Record<'upload' | 'download', ConflictPolicy>;

export const lastChoice = (way: 'upload' | 'download') => chosen[way];

/** Lives as long as the window. To replace is chosen anew each time. */
export function keepChoice(way: 'upload' | 'download', choice: ConflictPolicy): void {
  if (choice !== 'replace') chosen[way] = choice;
}
