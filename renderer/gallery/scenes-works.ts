/** Scenes of the strip that shows what is being done in S3. */
import type { Failure } from '../../electron/contract/failure.ts';
import type { WorkProgress } from '../../electron/contract/s3-work.ts';
import type { WorkOrder } from '../features/browser/actions/works/work.ts';
import type { WorkAnswers } from './fake-work.ts';
import { calm } from './people.ts';
import type { Scene } from './scene.ts';
import { exportsFolder } from './shelves.ts';

const { bucket, prefix } = exportsFolder.place;
const inExports = { snapshot: calm, place: exportsFolder.place };
const object = (name: string) => ({ kind: 'object' as const, key: prefix + name, version: null });

const progress = (part: Partial<WorkProgress>): WorkProgress => ({
  found: 0,
  counted: true,
  done: 0,
  doneBytes: 0,
  skipped: 0,
  failed: 0,
  failures: [],
  undo: [],
  throttled: false,
  ...part,
});
const told = (part: Partial<WorkProgress>, ended: 'done' | 'stopped' | 'tooManyFailures' | null = null) =>
  ({ kind: 'work', progress: progress(part), ended }) as const;

const order = { pass: 'reports', bucket, typed: null };
const deleting: WorkOrder = {
  ...order,
  kind: 'delete',
  task: {
    task: 'delete',
    targets: [{ kind: 'folder', prefix: `${prefix}customer-statements/` }],
    everyVersion: false,
  },
};
const copying: WorkOrder = {
  ...order,
  kind: 'copyTo',
  task: {
    task: 'copy',
    toBucket: 'lark-research-scratch',
    sources: [{ kind: 'folder', prefix: `${prefix}region=eu-central-1/`, toPrefix: 'from-reports/' }],
    move: false,
    replace: false,
  },
};
const tagging: WorkOrder = {
  ...order,
  kind: 'editTags',
  task: {
    task: 'tags',
    targets: ['summary.csv', 'manifest.json', 'credit-notes.csv'].map(object),
    put: [{ name: 'team', value: 'finance' }],
    remove: [],
  },
};
const markers = Array.from({ length: 214 }, (_, n) => ({
  key: `${prefix}customer-statements/${n}.pdf`,
  version: `m${n}`,
}));

const denied: Failure = {
  code: 's3-access-denied',
  retry: 'never',
  subject: bucket,
  requestId: '7KQ2EXAMPLE4N9XW',
  raw: 'AccessDenied\nUser: arn:aws:sts::111122223333:assumed-role/S3AccessRole/alex.example is not authorized to perform: s3:DeleteObject because no identity-based policy allows the s3:DeleteObject action',
};
const locked: Failure = { code: 's3-object-locked', retry: 'never', subject: `${prefix}legal/2019.pdf` };
const failures = [
  { target: object('customer-statements/2019.pdf'), failure: denied },
  { target: object('customer-statements/2020 draft '), failure: denied },
  { target: object('customer-statements/legal.pdf'), failure: locked },
];

const works = (...all: [WorkOrder, ...WorkAnswers][]) =>
  all.map(([order, ...answers]) => ({ order, answers }));

export const workScenes = {
  'works-going': {
    ...inExports,
    works: works(
      [deleting, told({ found: 1248, done: 312 })],
      [copying, told({ found: 42_000, counted: false, done: 1_204, doneBytes: 3.4e9, throttled: true })],
      [tagging],
    ),
  },
  'works-over': {
    ...inExports,
    works: works(
      [deleting, told({ found: 214, done: 214, undo: markers }, 'done')],
      [copying, told({ found: 30, done: 27, doneBytes: 8.1e8, skipped: 3 }, 'done')],
    ),
  },
  'works-failed': {
    ...inExports,
    works: works([
      deleting,
      told({ found: 214, done: 211, failed: 3, failures, undo: markers.slice(3) }, 'done'),
    ]),
    acts: [{ press: '.work-failures summary' }],
  },
  'works-cut': {
    ...inExports,
    works: works(
      [
        deleting,
        told({ found: 1248, done: 312, undo: markers }),
        { kind: 'failed', failure: { code: 's3-session-ended', retry: 'afterSignIn' } },
      ],
      [copying, told({ found: 1204, counted: true, done: 204, failed: 1000 }, 'tooManyFailures')],
      [tagging, told({ found: 3, done: 1 }, 'stopped')],
    ),
  },
  'works-zoomed': {
    ...inExports,
    works: works([deleting, told({ found: 214, done: 211, failed: 3, failures }, 'done')]),
  },
} as const satisfies Record<string, Scene>;
