/**
 * Two snapshots → what happened between them. Pure.
 * SECURITY: reads nothing but what the screen may know anyway, so no activity can hold a secret.
 */
import type { PassView, Snapshot } from '../contract/snapshot.ts';
import { type Happening, nothingMore, whoIs } from './happening.ts';
import { observeSettings } from './observe-settings.ts';
import { observeSignin } from './observe-signin.ts';

/** A session that began longer ago than this was read back, not given out just now. */
const JUST_NOW_MS = 60_000;

export function observe(before: Snapshot, after: Snapshot): Happening[] {
  return [
    ...observeSignin(before, after),
    ...observePasses(before, after),
    ...observeClipboard(before, after),
    ...observeKeychain(before, after),
    ...observeSettings(before, after),
  ];
}

/** Passes that come and go with their whole organisation are no news of their own. */
function observePasses(before: Snapshot, after: Snapshot): Happening[] {
  const inBoth = ({ organisation }: PassView) =>
    [before, after].every(({ organisations }) => organisations.some(({ id }) => id === organisation));
  const removed = before.passes
    .filter((pass) => inBoth(pass) && !after.passes.some(({ id }) => id === pass.id))
    .map((pass): Happening => ({ ...nothingMore, ...whoIs(pass, before), kind: 'passRemoved' }));
  const present = after.passes.flatMap((pass) => {
    const was = before.passes.find(({ id }) => id === pass.id);
    const kept: Happening = { ...nothingMore, ...whoIs(pass, after), kind: 'passKept', detail: pass.roleArn };
    return [...(was || !inBoth(pass) ? [] : [kept]), ...observePass(was, pass, after)];
  });
  return [...present, ...removed];
}

function observePass(was: PassView | undefined, pass: PassView, after: Snapshot): Happening[] {
  const about = { ...nothingMore, ...whoIs(pass, after) };
  const happenings: Happening[] = [];
  const session = sessionKind(was, pass, after.at);
  if (session) happenings.push({ ...about, kind: session });
  const { failure } = pass;
  if (failure && !sameFailure(was?.failure ?? null, failure))
    happenings.push({ ...about, kind: 'passRefused', failure });
  return happenings;
}

function sessionKind(was: PassView | undefined, { session }: PassView, at: number): Happening['kind'] | null {
  const old = was?.session ?? { kind: 'none' };
  if (session.kind === 'active') {
    if (old.kind === 'active') return old.startedAt === session.startedAt ? null : 'sessionRenewed';
    return at - session.startedAt < JUST_NOW_MS ? 'sessionBegan' : 'sessionRestored';
  }
  if (session.kind === 'ended') return old.kind === 'active' ? 'sessionEnded' : null;
  return old.kind === 'active' ? 'sessionDropped' : null;
}

function sameFailure(one: PassView['failure'], other: PassView['failure']): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function observeClipboard(before: Snapshot, after: Snapshot): Happening[] {
  const { clipboard } = after;
  if (!clipboard || clipboard.clearsAt === before.clipboard?.clearsAt) return [];
  // Who copies a link tells of which object.
  if (clipboard.format === 'objectLink') return [];
  const pass = after.passes.find(({ id }) => id === clipboard.pass);
  const about = { ...nothingMore, ...(pass && whoIs(pass, after)) };
  if (clipboard.format === 'consoleLink') return [{ ...about, kind: 'consoleLinkCopied' }];
  return [{ ...about, kind: 'credentialsCopied', detail: clipboard.format }];
}

function observeKeychain({ keychain: before }: Snapshot, { keychain: after }: Snapshot): Happening[] {
  if (before.kind === after.kind) return [];
  if (after.kind === 'locked' || after.kind === 'missing') {
    const code = after.kind === 'locked' ? 'keychain-locked' : 'keychain-missing';
    return [{ ...nothingMore, kind: 'keychainFailed', failure: { code, retry: 'now' } }];
  }
  const wasBad = before.kind === 'locked' || before.kind === 'missing';
  return wasBad && after.kind === 'ok' ? [{ ...nothingMore, kind: 'keychainWorks' }] : [];
}
