/** A session, or the place of a container's endpoint → what each way of the `daypass` command prints. Pure. */
import type { Shell } from '../contract/copy-format.ts';
import { credentialProcessJson } from './formats/credential-process.ts';
import { type HandedOut, staleBeside, staleBesideEndpoint, variablesOf } from './formats/handed-out.ts';
import { shellLines } from './formats/shell-lines.ts';

interface EndpointPlace {
  url: string;
  token: string;
  region: string;
}

export const toolLines = {
  processJson: credentialProcessJson,
  forShell: (session: HandedOut, shell: Shell): string =>
    shellLines(variablesOf(session), staleBeside(session), shell),
  forEndpoint: ({ url, token, region }: EndpointPlace, shell: Shell): string =>
    shellLines(
      [
        ['AWS_CONTAINER_CREDENTIALS_FULL_URI', url],
        ['AWS_CONTAINER_AUTHORIZATION_TOKEN', token],
        ['AWS_REGION', region],
        ['AWS_DEFAULT_REGION', region],
      ],
      staleBesideEndpoint,
      shell,
    ),
};
