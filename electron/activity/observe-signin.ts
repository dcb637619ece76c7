/** What happened to the one sign-in between two snapshots. Pure. */
import type { SigninView, Snapshot } from '../contract/snapshot.ts';
import { type Happening, nothingMore } from './happening.ts';

export function observeSignin(before: Snapshot, after: Snapshot): Happening[] {
  const { signin } = after;
  if (signin.kind === 'idle' || signin.kind === before.signin.kind) return [];
  const name = after.organisations.find(({ id }) => id === signin.organisation)?.name;
  const organisation = { id: signin.organisation, name: name ?? signin.organisation };
  const about = { ...nothingMore, organisation };
  switch (signin.kind) {
    case 'waitingForIdp':
      return [{ ...about, kind: 'signinBegan', detail: signin.hosts[0] ?? null }];
    case 'choosingRoles':
      return [{ ...about, kind: 'signinAnswered', detail: String(signin.offers.length) }];
    case 'failed':
      return [
        ...(began(before.signin) ? [] : [{ ...about, kind: 'signinBegan' } as const]),
        { ...about, kind: 'signinFailed', failure: signin.failure },
      ];
    default:
      // What became of each pass is told by the pass.
      return [];
  }
}

/** A refusal may follow its start at once, before anybody looked. */
function began(signin: SigninView): boolean {
  return signin.kind === 'waitingForIdp' || signin.kind === 'choosingRoles' || signin.kind === 'trading';
}
