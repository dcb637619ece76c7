/** Words for what goes wrong when credentials are handed to tools. Pure. */
import type { WordsTable } from './failure-words.ts';

export const handoutFailureText = {
  'command-not-ready': [
    'The daypass command can’t be used.',
    'Daypass could not write it, or could not open the place where it listens.',
    'Restart Daypass. Copying credentials works all the same.',
  ],
} as const satisfies WordsTable;
