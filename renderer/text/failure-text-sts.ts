/** Words for what AWS STS can answer, and for the keychain. Pure. */
import type { WordsTable } from './failure-words.ts';

export const stsFailureText = {
  'sts-role-refused': [
    'AWS did not give out {this role}.',
    'The role does not trust your company’s sign-in, or does not exist any more.',
    'Ask the administrator of that account; signing in again will not help.',
  ],
  'sts-assertion-refused': [
    'AWS did not take your company’s answer.',
    'What AWS knows about your company does not fit it: often a certificate that was renewed on one side only.',
    'Tell your administrator; signing in again will not help.',
  ],
  'sts-assertion-expired': [
    'AWS got the answer too late.',
    'It takes your company’s answer for five minutes.',
    'Sign in again.',
  ],
  'sts-duration-refused': [
    'AWS refused the length of the session.',
    '{The role} allows shorter sessions than any that were asked for.',
    'Ask the administrator of that account which length the role allows.',
  ],
  'sts-region-disabled': [
    'AWS gives out no session in {this region}.',
    'The region is switched off for your account.',
    'Ask the administrator of that account, or choose another region in the settings.',
  ],
  'sts-answer-mismatch': [
    'The answer was for another role.',
    'It names {another role} than the one that was asked for, so it was not kept.',
    'Tell your administrator; signing in again will not help.',
  ],
  'sts-answer-garbled': [
    'The answer for the session could not be read.',
    '{The server} did not answer as AWS does.',
    'Try again. If it stays so, ask whether your network changes what passes.',
  ],
  'sts-unreachable': [
    'AWS did not answer.',
    'Nothing could be reached at {AWS STS}.',
    'Check the network, then try again.',
  ],
  'sts-throttled': [
    'AWS asks to wait.',
    'Too many sessions were asked for at once.',
    'Try again in a minute.',
  ],
  'role-not-offered': [
    'Your company no longer offers {this role}.',
    'The sign-in worked, but the answer does not name the role of this pass.',
    'Ask your administrator to assign it to you again, or remove the pass.',
  ],
  'keychain-missing': [
    'There is no keychain on this computer.',
    'Sessions stay in memory only and are gone when Daypass quits.',
    'Start or install a keychain, such as GNOME Keyring or KWallet, then try again.',
  ],
  'keychain-locked': [
    'The keychain is locked.',
    'Sessions stay in memory only and are gone when Daypass quits.',
    'Unlock it, then try again.',
  ],
  'keychain-failed': [
    'The keychain did not take the session.',
    'It stays in memory only and is gone when Daypass quits.',
    'Try again.',
  ],
} as const satisfies WordsTable;
