/** Credentials → the text that is copied, in the form asked for. Pure. */
import type { CopyFormat } from '../../contract/copy-format.ts';
import { credentialProcessJson } from './credential-process.ts';
import { dockerLines } from './docker.ts';
import { dotenvLines } from './dotenv.ts';
import { type NamedSession, staleBeside, variablesOf } from './handed-out.ts';
import { iniSection } from './ini.ts';
import { shellLines } from './shell-lines.ts';
import { refuseControl } from './writable.ts';

/** Throws `copy-impossible` where the format can't hold a value to the letter. */
export function copyText(session: NamedSession, format: CopyFormat): string {
  switch (format) {
    case 'dotenv':
      return dotenvLines(variablesOf(session));
    case 'docker':
      return dockerLines(variablesOf(session), staleBeside(session));
    case 'json':
      return `${credentialProcessJson(session)}\n`;
    case 'ini':
      return iniSection(session);
    case 'accessKeyId':
    case 'secretAccessKey':
    case 'sessionToken':
      refuseControl(session[format], format);
      return session[format];
    default:
      return shellLines(variablesOf(session), staleBeside(session), format);
  }
}
