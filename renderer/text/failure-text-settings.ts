/** Words for settings, the administrator's file and what is brought in from elsewhere. Pure. */
import type { WordsTable } from './failure-words.ts';

export const settingsFailureText = {
  'settings-broken': [
    'The settings file could not be read.',
    'Daypass goes on with its defaults. {Another file beside it} holds what was written, word for word.',
    'Mend it, put it back as settings.json, then read it again.',
  ],
  'settings-newer': [
    'The settings were written by a newer Daypass.',
    'Daypass goes on with its defaults and leaves {the file} as it is.',
    'Update Daypass.',
  ],
  'state-broken': [
    'What Daypass had learned could not be read.',
    'Chosen passes may be missing. The broken file was kept beside the new one.',
    'Sign in and choose your roles again.',
  ],
  'managed-refused': [
    'The administrator’s settings were refused.',
    'Daypass goes on without {the file}: it can’t be read, or others than the administrator may change it.',
    'Tell your administrator.',
  ],
  'settings-changed': [
    'The settings file was changed meanwhile.',
    'Nothing was written over it. What it holds now has been read and is on the screen.',
    'Make your change once more.',
  ],
  'settings-unreadable': [
    'The settings file can’t be edited.',
    'Something in {the file} can’t be read, so nothing was written over it.',
    'Mend it, then read it again.',
  ],
  'settings-locked': [
    'Your administrator has set this.',
    'It can’t be changed here: {this setting} comes from the administrator’s file.',
    'Ask your administrator to change it.',
  ],
  'edit-refused': [
    'That can’t be in the settings.',
    'Nothing was changed.',
    'Look at the reason below, then change what you typed.',
  ],
  'too-many-passes': [
    'There are too many passes.',
    'Daypass keeps {so many} from sign-ins at most. Those you have stay.',
    'Remove some, then sign in again.',
  ],
  'too-many-bookmarks': [
    'There are too many bookmarks.',
    'Daypass keeps {so many} at most. Those you have stay.',
    'Remove some, then bookmark this one.',
  ],
  'import-unreadable': [
    'The file could not be read.',
    'Nothing was taken from {it}.',
    'Look at the reason below, then choose another file.',
  ],
  'import-overrides': [
    'The file was refused as a whole.',
    'It sets {a field} that may not come from elsewhere, because it could send your sign-in to somebody else. Nothing was taken.',
    'Ask who gave you the file for one without it.',
  ],
  'import-empty': [
    'The file holds nothing for Daypass.',
    'There is no company address and no role in {it}.',
    'Choose another file.',
  ],
  'import-gone': [
    'That list is not there any more.',
    'The file was looked at too long ago, and nothing was taken.',
    'Open the file again.',
  ],
} as const satisfies WordsTable;
