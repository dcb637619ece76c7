/** Which sections a pass with a profile has in the config file. Pure. */
import type { Organisation, Pass } from '../settings/schema.ts';
import type { WantedSection } from './own-section.ts';

/**
 * An S3 of the organisation's own is said in a `services` section, the only way to say it for S3 alone: in the
 * profile itself `endpoint_url` would hold for every service. Clients of before 2023 read neither.
 */
export function wantedSections(
  { id, awsProfile, region }: Pass,
  organisation: Organisation | undefined,
  command: string,
): WantedSection[] {
  if (awsProfile === undefined) return [];
  const s3 = organisation?.endpoints?.s3;
  const services = `daypass-${awsProfile}`;
  const options = [
    { key: 'credential_process', value: command },
    { key: 'region', value: region },
    ...(s3 === undefined ? [] : [{ key: 'services', value: services }]),
  ];
  const profile = { name: `profile ${awsProfile}`, pass: id, options };
  if (s3 === undefined) return [profile];
  const inner = { key: 'endpoint_url', value: s3 };
  return [profile, { name: `services ${services}`, pass: id, options: [{ key: 's3', value: '', inner }] }];
}
