/** What was copied, in a real bash with Debian's own `aws`. */
import type { Desk } from './desk.ts';
import type { Finished } from './processes.ts';

/** Debian's client takes no endpoint from its surroundings. */
export const AWS_ON_S3 = '/usr/bin/aws --endpoint-url "$AWS_ENDPOINT_URL_S3"';

/** What was pasted into a bash, then the command. */
export function inBash(desk: Desk, pasted: string, command: string): Promise<Finished> {
  return desk.run('bash', ['-c', `eval "$(cat)"; ${command}`], { input: pasted });
}
