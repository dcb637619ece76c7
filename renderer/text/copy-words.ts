/** The forms in which credentials are copied, in words. Exhaustive by type. Pure. */
import type { CopiedThing, CopyFormat } from '../../electron/contract/copy-format.ts';
import type { ClipboardHistory } from '../../electron/contract/snapshot.ts';

/** As choices of a menu. */
export const copyFormatNames: Record<CopyFormat, string> = {
  bash: 'bash or zsh',
  fish: 'fish',
  powershell: 'PowerShell',
  cmd: 'cmd',
  nushell: 'Nushell',
  dotenv: '.env file',
  json: 'JSON',
  ini: 'INI section',
  docker: 'Docker',
  accessKeyId: 'Access key ID',
  secretAccessKey: 'Secret access key',
  sessionToken: 'Session token',
};

/** What follows "copied". */
export const copiedWords: Record<CopiedThing, string> = {
  bash: ' for bash or zsh',
  fish: ' for fish',
  powershell: ' for PowerShell',
  cmd: ' for cmd',
  nushell: ' for Nushell',
  dotenv: ' as .env file',
  json: ' as JSON',
  ini: ' as INI section',
  docker: ' for Docker',
  accessKeyId: ': access key ID',
  secretAccessKey: ': secret access key',
  sessionToken: ': session token',
  consoleLink: ' as a console link',
  objectLink: ': a link to one object',
};

/** Follows "cleared in 40 s" on an Electron that can't ask for more. */
export const historyWords: Record<ClipboardHistory, string> = {
  excluded: '',
  notExcluded: ', not from its history',
};

/** The same on a line of its own. */
export const historyAlone = 'A clipboard history may keep it.';

export function isCopyFormat(word: string): word is CopyFormat {
  return Object.hasOwn(copyFormatNames, word);
}
