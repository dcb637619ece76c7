/** Words for what S3, saving a file and the app itself can answer. Pure. */
import type { WordsTable } from './failure-words.ts';

export const s3FailureText = {
  's3-access-denied': [
    'This pass may not do that.',
    'AWS refused it on {this bucket}. Signing in again will not change it.',
    'Ask the administrator of the account, or use another pass.',
  ],
  's3-kms-denied': [
    'This pass may not use the object’s key.',
    'It is encrypted, and reading {the object} needs a KMS key that refuses this role.',
    'Ask whoever runs the key to let the role decrypt with it.',
  ],
  's3-key-unusable': [
    'The object’s key can’t be used.',
    'The KMS key that {the object} is encrypted with is disabled, about to be deleted, or gone.',
    'Ask whoever runs the key. Nothing can be read until it is back.',
  ],
  's3-archived': [
    'The object is in an archive.',
    'Its storage, {a cold one}, hands nothing out before a restore.',
    'Have it restored first: that takes minutes to two days.',
  ],
  's3-object-locked': [
    'The object is locked.',
    'Object Lock keeps {the object} as it is until its time is over.',
    'Ask the owner of the bucket.',
  ],
  's3-read-only': [
    'This session may only read.',
    'It was signed in as read-only, so Daypass signs nothing that writes.',
    'Change the pass to full and sign in again.',
  ],
  's3-guarded': [
    'This pass is guarded, and nothing was changed.',
    'What can’t be undone in {this bucket} needs its name, typed.',
    'Begin again and type the name of the bucket.',
  ],
  's3-changed-meanwhile': [
    'The object changed meanwhile.',
    '{The object} is not the one that was looked at any more.',
    'List the folder again.',
  ],
  's3-already-there': [
    'There is an object of that name already.',
    '{The object} was left as it is.',
    'Choose another name, or replace it.',
  ],
  's3-marker-there': [
    'The object was deleted.',
    'The newest version of {the object} is a delete marker. Older versions are still there.',
    'Undo the delete in Versions.',
  ],
  's3-places-overlap': [
    'That can’t be done in one go.',
    '{A place} would be written while it is still to be read, or written twice. Nothing was changed.',
    'Choose another place, or take it in two steps.',
  ],
  'link-session-ending': [
    'This session is nearly over.',
    'A link made with it would end within a minute.',
    'Sign in again, then make the link.',
  ],
  's3-session-ended': ['This session has ended.', 'AWS no longer takes its credentials.', 'Sign in again.'],
  's3-other-role': [
    'Another role is signed in now.',
    'What the role before it had begun is not gone on with.',
    'Begin again.',
  ],
  's3-no-arn-here': [
    'This S3 takes no access point by its ARN.',
    'Your organisation’s S3 is at {an endpoint of its own}, and the name of an access point can’t be put before it.',
    'Open the access point by its alias, which ends with -s3alias, or its bucket by name.',
  ],
  's3-no-such-bucket': [
    'There is no bucket named {that}.',
    'AWS knows no bucket of this name.',
    'Check the name: capital letters and hyphens count.',
  ],
  's3-no-such-key': [
    'The object is no longer there.',
    '{The object} may have been deleted or renamed since it was listed.',
    'List the folder again.',
  ],
  's3-wrong-region': [
    'The bucket is in another region.',
    'AWS did not say which one {the bucket} is in.',
    'Set the region of this pass in the settings.',
  ],
  's3-region-not-enabled': [
    'This account has not enabled the region {of the bucket}.',
    'AWS keeps it off until it is asked for, and takes no session of an account there before.',
    'Ask the administrator of the account to enable the region, or use a pass of another account.',
  ],
  's3-other-region': [
    'The bucket is in another region.',
    'It is in {another region}, and this pass asked elsewhere.',
    'Set the region of this pass in the settings.',
  ],
  's3-signature-refused': [
    'S3 did not accept the signature.',
    'The credentials and the server do not fit each other.',
    'Sign in again.',
  ],
  's3-clock-wrong': [
    'This computer’s clock is wrong.',
    'AWS refuses requests that are more than 15 minutes off.',
    'Set the clock, then try again.',
  ],
  's3-throttled': [
    'S3 asks to slow down.',
    'Too many requests reach {this bucket} at the moment.',
    'Try again in a minute.',
  ],
  's3-unreachable': [
    'S3 did not answer.',
    'Nothing could be reached at {S3}.',
    'Check the network, then try again.',
  ],
  's3-answer-garbled': [
    'S3’s answer could not be read.',
    'It did not have the shape that S3 uses.',
    'Try again. If it stays so, ask whether your network changes what passes.',
  ],
  's3-process-died': [
    'The part of Daypass that talks to S3 stopped.',
    'The sessions are not touched.',
    'Try again: it is started anew.',
  ],
  's3-bad-request': [
    'S3 did not take the request.',
    'It found something wrong with {what was asked}.',
    'Check the path.',
  ],
  's3-too-many': [
    'Too much was asked at once.',
    'Daypass does a few things with S3 at a time, and let this one go. Nothing of it was done.',
    'Try again in a moment.',
  ],
  'file-not-written': [
    'The file could not be written.',
    'The system refused to save {the file} there.',
    'Choose another folder.',
  ],
  'path-too-long': [
    'Its path is too long for this computer.',
    '{The file} would lie deeper than the system can name.',
    'Choose a folder nearer to the top of the disk.',
  ],
  'disk-full': [
    'The disk is full.',
    'There is no room for {the file}. Nothing incomplete was left behind.',
    'Make room, then download it again.',
  ],
  'file-changed': [
    'The file changed while it was sent.',
    '{The file} is not what it was when the upload began, so nothing of it was kept.',
    'Send it again.',
  ],
  'file-unreadable': [
    'The file can’t be read.',
    'This computer does not let Daypass read {the file}.',
    'Look at its permissions, then try again.',
  ],
  'transfer-process-died': [
    'What moves files stopped.',
    'It stopped twice in a row. Everything that arrived is kept.',
    'Quit Daypass and start it again: transfers go on from where they were.',
  ],
  'transfer-checksum': [
    'What arrived is not what was sent.',
    'The checksum of {the object} is another one. Nothing wrong was kept.',
    'Try it again. If it stays so, something on the way changes data.',
  ],
  'transfer-name-unsafe': [
    'The object can’t be saved under this name.',
    '{The name} would lead out of the folder that was chosen.',
    'Save it alone, under another name.',
  ],
  'no-session': ['There is no session for this pass.', 'It has ended, or was signed out.', 'Sign in.'],
  'selection-too-large': [
    'That is too much to copy.',
    'The clipboard is given a million characters at most, the addresses of some ten thousand objects.',
    'Select fewer rows.',
  ],
  'copy-impossible': [
    'These credentials can’t be copied in this form.',
    'They hold a character that {the form} can’t be given to the letter; AWS’s own hold none. Nothing was copied.',
    'Copy them in another form.',
  ],
  'unknown-pass': [
    'This pass is not there any more.',
    'It was removed, or the settings changed.',
    'Choose another pass.',
  ],
  'unknown-organisation': [
    'This organisation is not there any more.',
    'The settings changed.',
    'Choose another organisation.',
  ],
  'demo-failed': [
    'The demo organisation did not start.',
    'It needs a free port on this computer.',
    'Try again.',
  ],
  busy: [
    'Something else is still going on.',
    'A sign-in for this organisation is already open.',
    'Finish or cancel it first.',
  ],
  'refused-message': [
    'Daypass refused an order of its own window.',
    'It did not have the shape that is allowed. Nothing was done.',
    'Close the window and open it again.',
  ],
  internal: [
    'Something in Daypass went wrong.',
    'This is our mistake, not yours. The log holds the details.',
    'Try again. If it stays so, report the reference below.',
  ],
} as const satisfies WordsTable;
