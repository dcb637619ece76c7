/** A session → what each way of the `daypass` command prints. Pure. */
import type { Shell } from '../contract/commands.ts';
import { copyText, type HandedOut } from './formats.ts';

interface ToolSession extends HandedOut {
  accountId: string;
}

export const toolLines = {
  processJson: (session: ToolSession): string =>
    JSON.stringify({
      Version: 1,
      AccessKeyId: session.accessKeyId,
      SecretAccessKey: session.secretAccessKey,
      SessionToken: session.sessionToken,
      Expiration: new Date(session.expiresAt).toISOString().replace(/\.\d{3}Z$/, 'Z'),
      AccountId: session.accountId,
    }),
  forShell: (session: ToolSession, shell: Shell): string => copyText(session, shell as 'bash'),
  forEndpoint: (place: { url: string; token: string; region: string }, _shell: Shell): string =>
    ` export AWS_CONTAINER_CREDENTIALS_FULL_URI='${place.url}'\n export AWS_CONTAINER_AUTHORIZATION_TOKEN='${place.token}'\n export AWS_REGION='${place.region}'\n`,
};
