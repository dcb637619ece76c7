/** A role that a section of an INI file names → what is kept of it until a sign-in offers it. Pure. */
import { WantedRole } from '../settings/schema.ts';
import { parseRoleArn, partitionOfRegion } from '../signin/partition.ts';
import { type Found, refusedItem } from './found.ts';
import type { IniSection } from './ini-sections.ts';

export type RoleReading =
  | { kind: 'role'; value: WantedRole }
  | { kind: 'refused'; item: Found['refused'][number] };

export function roleIn({ name, line, values }: IniSection, arn: string | undefined): RoleReading | null {
  if (arn === undefined) return null;
  const role = parseRoleArn(arn);
  const refused = (reason: string): RoleReading => ({
    kind: 'refused',
    item: refusedItem('role', name, arn, line, reason),
  });
  if (!role) return refused('It is not the ARN of a role.');
  const region = values.get('region');
  const fits = region !== undefined && partitionOfRegion(region) === role.partition;
  const seconds = Number(values.get('aws_session_duration') ?? values.get('duration_seconds'));
  const parsed = WantedRole.safeParse({
    roleArn: arn,
    label: (name === 'default' ? role.name : name.replace(/^profile\s+/, '')).slice(0, 100),
    ...(fits && { region }),
    ...(seconds >= 900 && seconds <= 43_200 && Number.isInteger(seconds) && { durationSeconds: seconds }),
  });
  return parsed.success ? { kind: 'role', value: parsed.data } : refused('It has no name.');
}
