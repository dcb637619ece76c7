/** Which pass a person means on a command line: by id, AWS profile, label or role ARN. Pure. */
import type { Pass } from '../settings/schema.ts';
import { HandoutRefusal } from './refusal.ts';

/** Throws a refusal that says what to write instead. */
export function passNamed(name: string, passes: readonly Pass[]): Pass {
  const exact = passes.find(({ id }) => id === name);
  if (exact) return exact;
  const meant = passes.filter((pass) => namesOf(pass).includes(name));
  const found = meant.length > 0 ? meant : passes.filter(({ label }) => sameWords(label, name));
  const [first, ...others] = found;
  if (first && others.length === 0) return first;
  if (first) {
    const ids = found.map(({ id }) => id).join(', ');
    throw new HandoutRefusal(409, `several passes are called ${quoted(name)}; say which one: ${ids}`);
  }
  const known = passes.map(({ label }) => quoted(label)).join(', ');
  throw new HandoutRefusal(
    404,
    known === ''
      ? 'there is no pass yet; sign in with Daypass first'
      : `no pass ${quoted(name)}; there are: ${shortened(known)}`,
  );
}

const LONGEST_LIST = 400;

function namesOf({ label, roleArn, awsProfile }: Pass): string[] {
  return [label, roleArn, ...(awsProfile === undefined ? [] : [awsProfile])];
}

function sameWords(one: string, other: string): boolean {
  return one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();
}

/** As one line, whatever stands in it. */
function quoted(name: string): string {
  return `"${name.replace(/\p{Cc}/gu, ' ').slice(0, 100)}"`;
}

function shortened(list: string): string {
  return list.length <= LONGEST_LIST ? list : `${list.slice(0, LONGEST_LIST)}…`;
}
