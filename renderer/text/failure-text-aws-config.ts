/** Words for what can stand in the way of a profile in the config file of AWS’s tools. Pure. */
import type { WordsTable } from './failure-words.ts';

export const awsConfigFailureText = {
  'aws-config-refused': [
    'Daypass does not edit this AWS config file.',
    'There is something about {the file} that an edit could spoil, so nothing was written.',
    'Look at the reason below and put it right, then try again.',
  ],
  'aws-config-unwritable': [
    'The AWS config file could not be written.',
    'The system did not let Daypass change {the file}. It is as it was.',
    'Look at the reason below, then try again.',
  ],
  'aws-config-busy': [
    'The AWS config file is being written by another program.',
    'Daypass waited for {the file} and left it as it was.',
    'Wait until the other program has finished, then try again.',
  ],
} as const satisfies WordsTable;
