/**
 * Takes every `AWS_*` variable out of this process, so that nothing of the person's shell or `~/.aws` steers
 * our own AWS clients: no endpoint, no profile, no proxy of another tool. Called before anything else.
 */
import { devNull } from 'node:os';

/** SECURITY: a line in a config file could otherwise send an assertion to another host. */
export function takeAmbientAws(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(env)) if (/^AWS_/i.test(name)) delete env[name];
  env.AWS_CONFIG_FILE = devNull;
  env.AWS_SHARED_CREDENTIALS_FILE = devNull;
  env.AWS_EC2_METADATA_DISABLED = 'true';
}
