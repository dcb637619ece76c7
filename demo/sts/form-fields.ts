// Fields of a query-protocol request that both operations of STS have, with AWS's own refusals.

import { constraint, StsError, validation } from './errors.ts';

export function readText(
  form: URLSearchParams,
  name: string,
  field: string,
  least: number,
  most: number,
): string {
  const value = form.get(name);
  if (value === null) {
    throw validation(
      `1 validation error detected: Value null at '${field}' failed to satisfy constraint: Member must not be null`,
    );
  }
  if (value.length < least) throw constraint(value, field, `have length greater than or equal to ${least}`);
  if (value.length > most) throw constraint(value, field, `have length less than or equal to ${most}`);
  return value;
}

export function readDuration(text: string): number {
  if (!/^-?\d{1,10}$/.test(text))
    throw new StsError(400, 'MalformedInput', 'DurationSeconds is not an integer');
  const seconds = Number(text);
  if (seconds < 900) throw constraint(text, 'durationSeconds', 'have value greater than or equal to 900');
  if (seconds > 43_200) throw constraint(text, 'durationSeconds', 'have value less than or equal to 43200');
  return seconds;
}
