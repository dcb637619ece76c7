/** What was found in a file, held against what is there: which is new, the same, in the way, or refused. Pure. */
import type { ImportItem, ImportVerdict } from '../contract/import-preview.ts';
import type { Taken } from '../settings/editor.ts';
import { freeId } from '../settings/edits.ts';
import type { Organisation, Pass, WantedRole } from '../settings/schema.ts';
import type { Found } from './found.ts';

export interface Present {
  organisations: readonly Organisation[];
  passes: readonly Pass[];
  wanted: readonly WantedRole[];
}

export interface Judged {
  items: ImportItem[];
  taken: Taken;
}

/** `clashing`: whether an id that is taken is in the way; else another one is found. */
export function judge(found: Found, present: Present, clashing: boolean): Judged {
  const items: ImportItem[] = [];
  const organisations: Organisation[] = [];
  const passes: Pass[] = [];
  const roles: WantedRole[] = [];
  /** Id in the file → id that its passes will have; organisations that are in the way have none. */
  const idFor = new Map<string, string | null>(present.organisations.map(({ id }) => [id, id]));

  for (const { value, line } of found.organisations) {
    const known = [...present.organisations, ...organisations];
    const same = known.find(({ signInUrl }) => signInUrl === value.signInUrl);
    const taken = known.some(({ id }) => id === value.id);
    const verdict: ImportVerdict = { kind: same ? 'same' : taken && clashing ? 'clash' : 'new' };
    items.push({ kind: 'organisation', name: value.name, detail: hostOf(value.signInUrl), line, verdict });
    const id = taken
      ? freeId(
          value.name,
          known.map((each) => each.id),
        )
      : value.id;
    if (verdict.kind === 'new') organisations.push({ ...value, id });
    idFor.set(value.id, same ? same.id : verdict.kind === 'new' ? id : null);
  }
  for (const { value, line } of found.passes) {
    const organisation = idFor.get(value.organisation) ?? null;
    const verdict = verdictOnPass(value, organisation, [...present.passes, ...passes]);
    items.push({ kind: 'pass', name: value.label, detail: value.roleArn, line, verdict });
    if (verdict.kind === 'new' && organisation) passes.push({ ...value, organisation });
  }
  for (const { value, line } of found.roles) {
    const same = [...present.passes, ...present.wanted, ...roles].some(
      ({ roleArn }) => roleArn === value.roleArn,
    );
    items.push({
      kind: 'role',
      name: value.label,
      detail: value.roleArn,
      line,
      verdict: { kind: same ? 'same' : 'new' },
    });
    if (!same) roles.push(value);
  }
  return { items: [...items, ...found.refused], taken: { organisations, passes, roles } };
}

function verdictOnPass(pass: Pass, organisation: string | null, known: readonly Pass[]): ImportVerdict {
  if (organisation === null) return { kind: 'refused', reason: 'Its organisation is not there.' };
  const same = known.some((each) => each.organisation === organisation && each.roleArn === pass.roleArn);
  if (same) return { kind: 'same' };
  return { kind: known.some(({ id }) => id === pass.id) ? 'clash' : 'new' };
}

const hostOf = (url: string) => new URL(url).host;
