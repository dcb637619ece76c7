/** The profiles of this person on this machine: where AWS's tools keep them. */
import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import type { Failure } from '../contract/failure.ts';
import type { Log } from '../lib/log.ts';
import type { SettingsService } from '../settings/service.ts';
import { createConfigFile } from './config-file.ts';
import { configPath } from './config-place.ts';
import { type AwsProfiles, createAwsProfiles } from './service.ts';

interface Parts {
  named: { awsConfig: string | null; awsCredentials: string | null };
  dataFolder: string;
  settings: SettingsService;
  /** What AWS's tools run to get the pass's credentials, quoted as they want it. */
  commandFor: (pass: string) => string;
  toFailure: (error: unknown) => Failure;
  log: Log;
}

export function awsProfilesHere({ named, dataFolder, ...parts }: Parts): AwsProfiles {
  const edges = {
    platform: process.platform,
    uid: process.getuid?.() ?? null,
    wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  };
  return createAwsProfiles({
    ...parts,
    file: createConfigFile(configPath(named.awsConfig, homedir()), edges),
    credentialsFile: createConfigFile(configPath(named.awsCredentials, homedir(), 'credentials'), edges),
    // Two Daypasses of one person have different folders, and leave each other's sections alone.
    tag: createHash('sha256').update(dataFolder).digest('hex').slice(0, 6),
  });
}
