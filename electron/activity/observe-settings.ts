/** What changed in the settings between two snapshots, and what had to be said about their files. Pure. */
import type { Snapshot } from '../contract/snapshot.ts';
import { type Happening, nothingMore } from './happening.ts';

export function observeSettings(before: Snapshot, after: Snapshot): Happening[] {
  const known = new Set(before.notices.map(({ id, failure }) => `${id} ${JSON.stringify(failure)}`));
  const raised = after.notices
    .filter(({ id, failure }) => !known.has(`${id} ${JSON.stringify(failure)}`))
    .map(({ failure }): Happening => ({ ...nothingMore, kind: 'noticeRaised', failure }));
  return [...observeOrganisations(before, after), ...raised];
}

function observeOrganisations(before: Snapshot, after: Snapshot): Happening[] {
  const changed = (kind: string, { id, name }: { id: string; name: string }): Happening => ({
    ...nothingMore,
    kind: 'settingsChanged',
    organisation: { id, name },
    detail: kind,
  });
  const was = new Map(before.organisations.map((organisation) => [organisation.id, organisation]));
  const is = new Set(after.organisations.map(({ id }) => id));
  // The demo organisation comes with every start and goes with it.
  const present = after.organisations
    .filter(({ demo }) => !demo)
    .flatMap((organisation) => {
      const old = was.get(organisation.id);
      if (!old) return [changed('added', organisation)];
      const same = old.name === organisation.name && old.host === organisation.host;
      return same ? [] : [changed('changed', organisation)];
    });
  const gone = before.organisations.filter(({ id, demo }) => !demo && !is.has(id));
  return [...present, ...gone.map((organisation) => changed('removed', organisation))];
}
