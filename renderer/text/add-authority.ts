/** The system's own command that adds a company's authority, for the person to run; Daypass never does. Pure. */
import type { Platform } from '../../electron/contract/snapshot.ts';

export interface AddAuthority {
  command: string;
  hint: string;
}

const commands: Record<Platform, AddAuthority> = {
  linux: {
    command: 'certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n NAME -i FILE',
    hint: 'NAME is yours to choose. Debian and Ubuntu have certutil in libnss3-tools. Start Daypass again afterwards.',
  },
  darwin: {
    command: 'security add-trusted-cert -r trustRoot -k ~/Library/Keychains/login.keychain-db FILE',
    hint: 'The system asks for your own password.',
  },
  win32: {
    command: 'certutil -user -addstore Root FILE',
    hint: 'Windows shows the certificate and asks once.',
  },
};

export const addAuthority = (platform: Platform): AddAuthority => commands[platform];
