/**
 * Which pass an address is opened with: the one that is open, unless the address or an earlier listing names another
 * account. Pure.
 */
import type { AddressedPlace } from '../../../electron/contract/s3-address.ts';
import type { OrganisationView, PassView } from '../../../electron/contract/snapshot.ts';

export type RightPass = { kind: 'go'; pass: string } | { kind: 'ask'; passes: string[] } | { kind: 'none' };

interface World {
  passes: readonly PassView[];
  organisations: readonly OrganisationView[];
  /** The pass on screen. */
  present: string | null;
  /** Whether this pass has listed the bucket as one of its account. */
  knows: (pass: string, bucket: string) => boolean;
}

export function rightPass(address: AddressedPlace, world: World): RightPass {
  const { passes, organisations, present, knows } = world;
  const fitting = passes.filter(
    (pass) =>
      (address.partition === null || partitionOf(pass) === address.partition) &&
      (address.endpoint === null || endpointOf(pass, organisations) === address.endpoint),
  );
  if (fitting.length === 0) return { kind: 'none' };
  const { account, bucket } = address;
  const sure = fitting.filter((pass) => bucket !== null && knows(pass.id, bucket));
  const owners = new Set(sure.map(accountOf));
  const ofAccount = fitting.filter((pass) => account !== null && accountOf(pass) === account);
  const ofBucket = fitting.filter((pass) => owners.has(accountOf(pass)));
  const [closest = fitting] = [ofAccount, ofBucket].filter((some) => some.length > 0);
  const here = closest.find(({ id }) => id === present);
  const live = closest.filter(isLive);
  // With nothing to tell passes apart, the one on screen is meant, as long as it can open anything.
  if (here && (isLive(here) || live.length === 0)) return { kind: 'go', pass: here.id };
  const proven = closest === ofBucket ? live.filter((pass) => sure.includes(pass)) : [];
  const [candidates = closest] = [proven, live].filter((some) => some.length > 0);
  const [first, ...more] = candidates;
  if (first && more.length === 0) return { kind: 'go', pass: first.id };
  return { kind: 'ask', passes: candidates.map(({ id }) => id) };
}

/** Others that may open what this one may not: those that know the bucket first, then those with a session. */
export function otherPasses(
  pass: PassView,
  bucket: string | null,
  { passes, knows }: Pick<World, 'passes' | 'knows'>,
): PassView[] {
  const rank = (each: PassView) =>
    (bucket !== null && knows(each.id, bucket) ? 0 : 2) + (isLive(each) ? 0 : 1);
  return passes
    .filter((each) => each.id !== pass.id && partitionOf(each) === partitionOf(pass))
    .sort((a, b) => rank(a) - rank(b));
}

export function isLive({ session }: PassView): boolean {
  return session.kind === 'active';
}

export function accountOf({ accountId, chained }: PassView): string {
  return chained?.accountId ?? accountId;
}

function partitionOf({ roleArn }: PassView): string {
  return roleArn.split(':')[1] ?? 'aws';
}

function endpointOf({ organisation }: PassView, organisations: readonly OrganisationView[]): string | null {
  return organisations.find(({ id }) => id === organisation)?.s3Endpoint ?? null;
}
