/** Scenes of a link to one object. */
import type { PassView } from '../../electron/contract/snapshot.ts';
import { at, calm, reports } from './people.ts';
import type { Scene } from './scene.ts';
import { exportsFolder } from './shelves.ts';

const summary = `${exportsFolder.place.prefix}summary.csv`;
const open = { press: '.insp .acts .btn:nth-child(2)' };
const choose = (field: number, choice: number) => ({
  press: `.share-field:nth-of-type(${field}) .seg-part:nth-child(${choice}) input`,
});
const named = { press: '.share .check' };

const sharing = (acts: Scene['acts'], part: Partial<PassView> = {}): Scene => ({
  snapshot: {
    ...calm,
    passes: calm.passes.map((pass) => (pass.id === reports.id ? { ...pass, ...part } : pass)),
  },
  place: exportsFolder.place,
  browser: { cursor: summary, facts: summary },
  acts: [open, ...(acts ?? [])],
});
const { session } = reports;
const readOnly: Partial<PassView> = {
  scope: 'read-only',
  session: session.kind === 'active' ? { ...session, scope: 'read-only' } : session,
};

export const shownLink = {
  text: 'https://lark-reports-prod.s3.eu-west-1.amazonaws.com/exports//2026/summary.csv?X-Amz-Expires=25920&…&X-Amz-Signature=••••••••',
  endsAt: at + 25_920_000,
};

export const shareScenes = {
  share: sharing([]),
  'share-cut': sharing([choose(2, 4), named]),
  'share-until': sharing([choose(2, 5)]),
  'share-replace': sharing([choose(1, 2)], { guarded: true }),
  'share-read-only': sharing([], readOnly),
  'share-copied': sharing([{ press: '.share .btn.primary' }]),
  'share-ending': {
    ...sharing([]),
    linkFailure: { code: 'link-session-ending', retry: 'afterSignIn' },
  },
  'share-zoomed': sharing([choose(2, 4)]),
} as const satisfies Record<string, Scene>;
