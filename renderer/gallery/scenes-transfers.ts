/** Scenes of files on their way: the strip in every state, and the dialogs before something is sent or fetched. */
import type { Failure } from '../../electron/contract/failure.ts';
import type { TransferView } from '../../electron/contract/snapshot.ts';
import type { TransferProgress } from '../../electron/contract/transfer.ts';
import { totalsOf } from '../../electron/contract/transfer-totals.ts';
import { renamed } from './fake-work.ts';
import { at, calm, passes, reports } from './people.ts';
import { type Scene, showing } from './scene.ts';
import { exportsFolder, ledgerFolder } from './shelves.ts';

const { bucket, prefix } = exportsFolder.place;
const inExports = { snapshot: calm, place: exportsFolder.place };
const row = (key: string) => `[data-key="${key}"]`;

type Part = Partial<Omit<TransferView, 'progress'>> & { progress: Partial<TransferProgress> | null };

const one = { found: 1, counted: true, done: 0, skipped: 0, failed: 0 };
let last = 0;
function transfer(kind: TransferView['kind'], name: string, { progress, ...part }: Part): TransferView {
  const id = `00000000-0000-4000-8000-${String(++last).padStart(12, '0')}`;
  return {
    ...{ id, kind, name, pass: 'reports', bucket, count: 1, prefix, object: null, orderedAt: at },
    ...part,
    progress: progress && {
      ...{ id, state: { kind: 'running' }, files: one, doneBytes: 0, totalBytes: 0, bytesPerSecond: 0 },
      ...{ failures: [], taken: { count: 0, names: [] }, renamed: { count: 0, first: [] } },
      ...progress,
    },
  };
}

const toBackups = { bucket: 'lark-reports-prod', prefix: 'backups/' };
const half = { doneBytes: 12.4e9, totalBytes: 20.3e9 };
const running = transfer('upload', 'warehouse-backup-2026-10-02.tar.zst', {
  ...toBackups,
  progress: { ...half, bytesPerSecond: 84e6 },
});
const waiting = transfer('download', 'CustomerStatements_2025_full-retention-export.parquet', {
  ...{ pass: 'sandbox', bucket: 'lark-research-scratch', prefix: '' },
  progress: { state: { kind: 'waiting', for: 'signIn' }, doneBytes: 3.1e9, totalBytes: 8.0e9 },
});
const counting = transfer('download', 'customer-statements/', {
  count: 4,
  progress: {
    files: { found: 18_204, counted: false, done: 1204, skipped: 12, failed: 0 },
    ...{ doneBytes: 3.4e9, totalBytes: 61e9, bytesPerSecond: 212e6 },
  },
});

const denied: Failure = {
  code: 's3-access-denied',
  retry: 'never',
  requestId: '7KQ2EXAMPLE4N9XW',
  raw: '403 AccessDenied\nUser: arn:aws:sts::111122223333:assumed-role/S3AccessRole/alex.example is not authorized to perform: s3:GetObject because no identity-based policy allows the s3:GetObject action',
  denial: {
    action: 's3:GetObject',
    resource: `arn:aws:s3:::${bucket}/${prefix}customer-statements/2019.pdf`,
    principal: 'arn:aws:sts::111122223333:assumed-role/S3AccessRole/alex.example',
    policyKind: 'identity',
    explicit: false,
    policyArn: null,
    kms: false,
    answeredAt: at,
  },
};
const changed: Failure = { code: 's3-changed-meanwhile', retry: 'now', subject: 'open-items.csv' };
const partly = transfer('download', 'customer-statements/', {
  progress: {
    state: { kind: 'finished' },
    files: { found: 214, counted: true, done: 211, skipped: 0, failed: 3 },
    ...{ doneBytes: 8.1e8, totalBytes: 8.2e8 },
    failures: [
      { name: 'customer-statements/2019.pdf', failure: denied },
      { name: 'customer-statements/2020 draft ', failure: denied },
      { name: 'open-items.csv', failure: changed },
    ],
  },
});
const fullDisk: Failure = { code: 'disk-full', retry: 'now', subject: 'summary.csv' };

const states = [
  transfer('upload', 'photos', { ...toBackups, progress: { ...half, state: { kind: 'paused' } } }),
  transfer('download', 'lake.parquet', {
    progress: { ...half, state: { kind: 'waiting', for: 'network' } },
  }),
  transfer('upload', 'ledger-2026.tar', {
    ...toBackups,
    progress: { ...half, state: { kind: 'waiting', for: 'role' } },
  }),
  transfer('download', 'vat-ledger-2019.tar.gz', {
    progress: { ...half, state: { kind: 'waiting', for: 'disk', missingBytes: 9.2e9 } },
  }),
  transfer('upload', 'minutes.docx', {
    ...toBackups,
    progress: { state: { kind: 'queued' }, files: { ...one, found: 0, counted: false } },
  }),
  transfer('upload', 'minutes (2).docx', { ...toBackups, progress: null }),
];
const over = [
  transfer('upload', 'site', {
    ...toBackups,
    progress: {
      state: { kind: 'finished' },
      files: { found: 60, counted: true, done: 57, skipped: 3, failed: 0 },
      ...{ doneBytes: 48e6, totalBytes: 48e6 },
    },
  }),
  transfer('download', 'summary.csv', {
    progress: {
      state: { kind: 'finished' },
      files: { ...one, failed: 1 },
      failures: [{ name: 'summary.csv', failure: fullDisk }],
    },
  }),
  transfer('download', 'manifest.json', { progress: { ...half, state: { kind: 'cancelled' } } }),
  transfer('upload', 'drafts', {
    ...toBackups,
    progress: {
      state: {
        kind: 'failed',
        failure: { code: 's3-no-such-bucket', retry: 'never', subject: 'lark-reports-prod' },
      },
      files: { ...one, found: 0, counted: false },
    },
  }),
];
const asking = transfer('upload', 'site', {
  ...toBackups,
  progress: {
    state: { kind: 'waiting', for: 'answer' },
    files: { found: 60, counted: true, done: 57, skipped: 0, failed: 0 },
    ...{ doneBytes: 46e6, totalBytes: 48e6 },
    taken: { count: 3, names: ['site/index.html', 'site/robots.txt', 'site/pictures/harbour.jpg'] },
  },
});
const odd = transfer('download', 'customer-statements/', {
  progress: {
    state: { kind: 'finished' },
    files: { found: 214, counted: true, done: 214, skipped: 0, failed: 0 },
    ...{ doneBytes: 8.2e8, totalBytes: 8.2e8 },
    renamed,
  },
});
const queued = { state: { kind: 'queued' }, files: { ...one, found: 0, counted: false } } as const;
const turns = [
  running,
  ...['photos', 'site', 'ledger-2026.tar'].map((name) =>
    transfer('upload', name, { ...toBackups, progress: queued }),
  ),
];
const refused = transfer('download', 'summary.csv', {
  progress: {
    state: { kind: 'finished' },
    files: { ...one, failed: 1 },
    failures: [{ name: 'summary.csv', failure: denied }],
  },
});
const ofInvoices = { pass: 'invoice-archive', bucket: ledgerFolder.place.bucket, prefix: 'ledger/' };
const waits = { state: { kind: 'waiting', for: 'signIn' } } as const;
const ended = [
  transfer('upload', 'archive-ledger-2026-Q3-signed-by-retention-officer.tar.zst', {
    ...ofInvoices,
    progress: { ...waits, doneBytes: 80e9, totalBytes: 200e9 },
  }),
  transfer('download', 'fiscal-year=2024/', {
    ...ofInvoices,
    progress: {
      ...waits,
      files: { ...one, found: 18_204, done: 10_012 },
      doneBytes: 34.1e9,
      totalBytes: 61e9,
    },
  }),
];

const told = (transfers: TransferView[]) => ({
  transfers,
  transferTotals: { from: 0, ...totalsOf(transfers) },
});
const withTransfers = (...transfers: TransferView[]): Scene => ({
  snapshot: { ...calm, ...told(transfers) },
  place: exportsFolder.place,
});
const guardedReports = showing('reports', {
  passes: passes.map((pass) => (pass.id === reports.id ? { ...pass, guarded: true } : pass)),
});
const upload = [{ press: '.pathrow > .btn.plain' }];

export const transferScenes = {
  transfers: withTransfers(running, waiting, counting),
  'transfers-states': withTransfers(...states),
  'transfers-over': withTransfers(...over),
  'transfers-failed': { ...withTransfers(partly), acts: [{ press: '.failed-files summary' }] },
  'transfers-asking': withTransfers(asking, running),
  'transfers-answer': { ...withTransfers(asking), acts: [{ press: '.tx-acts .btn' }] },
  'transfers-renamed': { ...withTransfers(odd), acts: [{ press: '.renamed-files summary' }] },
  'transfers-denied': withTransfers(refused),
  'transfers-many': {
    snapshot: {
      ...calm,
      ...told(turns),
      transferTotals: {
        ...totalsOf(turns),
        from: 100,
        count: 412,
        states: { running: 1, queued: 211, done: 200 },
      },
    },
    place: exportsFolder.place,
  },
  'transfers-folded': {
    ...withTransfers(running, waiting),
    acts: [{ press: '[aria-label="Fold the transfers"]' }],
  },
  'transfers-ended': {
    snapshot: showing('invoice-archive', told(ended)),
    place: ledgerFolder.place,
    endsAfterListing: true,
  },
  'transfers-zoomed': withTransfers(running, waiting, partly),
  'drop-into': { ...inExports, acts: [{ hang: row(`${prefix}customer-statements/`), files: 3 }] },
  'drop-refused': { snapshot: calm, acts: [{ hang: '[role=grid] [data-key]', files: 1 }] },
  'upload-menu': { ...inExports, acts: upload },
  'upload-files': { ...inExports, acts: [...upload, { press: '.menu [data-key="uploadFiles"]' }] },
  'upload-guarded': {
    ...inExports,
    snapshot: guardedReports,
    acts: [
      ...upload,
      { press: '.menu [data-key="uploadFolders"]' },
      { press: '.one-of label:last-child input' },
    ],
  },
  'download-to': {
    ...inExports,
    acts: [
      { press: row(`${prefix}customer-statements/`) },
      { toggle: row(`${prefix}summary.csv`) },
      { menu: row(`${prefix}summary.csv`) },
      { press: '.menu [data-key="downloadTo"]' },
    ],
  },
  'download-names': {
    ...inExports,
    acts: [
      { menu: row(`${prefix}customer-statements/`) },
      { press: '.menu [data-key="downloadTo"]' },
      { press: '.act-dlg summary' },
    ],
  },
} as const satisfies Record<string, Scene>;
