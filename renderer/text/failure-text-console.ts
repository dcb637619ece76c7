/** Words for what can keep a person out of the AWS console. Pure. */
import type { WordsTable } from './failure-words.ts';

export const consoleFailureText = {
  'console-refused': [
    'AWS gave no sign-in to its console.',
    '{AWS’s sign-in} refused the session of this pass, which may have been revoked.',
    'Sign in again, then open the console once more.',
  ],
  'console-unreachable': [
    'AWS’s sign-in did not answer.',
    'The console is opened through {AWS’s sign-in}, and no answer came from there.',
    'Check the network, then try again.',
  ],
  'console-answer-garbled': [
    'The way to the console could not be read.',
    '{The server} did not answer as AWS’s sign-in does.',
    'If your network asks for a sign-in of its own, do that in your browser, then try again.',
  ],
  'console-not-opened': [
    'Your browser did not open the console.',
    'The system could not start it, or it did not ask for the page within two minutes.',
    'Choose a default browser, or use “Copy sign-in link” and paste it there.',
  ],
} as const satisfies WordsTable;
