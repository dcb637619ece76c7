/**
 * Main's side of the transfer process: starts it when there is something to move, keeps what the screen shows of each
 * transfer, and tells it when to stop. SECURITY: paths come from dialogs and drops that main itself has seen.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type UtilityProcess, utilityProcess } from 'electron';
import type { Snapshot, TransferView } from '../contract/snapshot.ts';
import type {
  ConflictAnswer,
  ConflictPolicy,
  DownloadOrder,
  TransferAct,
  TransferLimits,
  TransferOrder,
  TransferProgress,
} from '../contract/transfer.ts';
import { totalsOf } from '../contract/transfer-totals.ts';
import { isOver, isUnderWay } from '../contract/under-way.ts';
import { AppError } from '../lib/app-error.ts';
import type { Log } from '../lib/log.ts';
import type { TellServerTime } from '../lib/server-time.ts';
import { type AnswerParts, answersOfMain } from '../s3/answer-process.ts';
import { FromTransferProcess, type ToTransferProcess } from './messages.ts';
import { inTurn, PAGE, pageOf, type Queued } from './page.ts';

type To = DownloadOrder['to'];

export interface Transfers {
  upload(what: Where & { sources: string[]; toPrefix: string; conflict: ConflictPolicy }): string;
  download(
    what: Where & { sources: DownloadOrder['sources']; base: string; to: To; conflict: ConflictPolicy },
  ): string;
  act(what: TransferAct, transfer: string): void;
  actOnAll(what: 'pause' | 'resume' | 'dismiss'): void;
  /** What becomes of files whose name is taken. */
  answer(transfer: string, conflict: ConflictAnswer): void;
  /** All of them: those that have begun in the order they came, then those that wait for their turn. */
  views(): readonly TransferView[];
  /** What the screen is told: a hundred of them, from where it looks, and the sum of all. */
  shown(): Pick<Snapshot, 'transfers' | 'transferTotals'>;
  look(from: number): void;
  /** How many quitting would stop. */
  underWay(): number;
  /** The limits may have changed. */
  update(): void;
  /** Goes on with what an earlier start left. */
  goOn(): void;
  /** Stops everything where it is. */
  leave(): Promise<void>;
}

interface Known extends Queued {
  order: TransferOrder;
}

interface Where {
  pass: string;
  bucket: string;
  requesterPays?: boolean | undefined;
}

interface Parts extends AnswerParts {
  modulePath: string;
  dataFolder: string;
  /** ARN of the role that the pass's sessions are of; null when there is no such pass. */
  roleOf: (pass: string) => string | null;
  now: () => number;
  monotonicMs: () => number;
  /** A transfer waits for a session of this pass. */
  sessionWanted: (pass: string) => void;
  tellServerTime: TellServerTime;
  log: Log;
  limits: () => TransferLimits;
  /** One came, or is in another state. */
  happened: (before: TransferView | null, after: TransferView) => void;
  changed: () => void;
}

/** A process that dies again and again at once is not started for ever. */
const LEAST_LIFE_MS = 10_000;
const MOST_EARLY_DEATHS = 3;
const LONGEST_LEAVE_MS = 3000;
const LEAST_BETWEEN_WISHES_MS = 60_000;

export function createTransfers(parts: Parts): Transfers {
  const folder = join(parts.dataFolder, 'transfers');
  const answer = answersOfMain(parts);
  const transfers = new Map<string, Known>();
  /** Null: the person has not looked elsewhere than where something goes on. */
  let lookedFrom: number | null = null;
  let child: UtilityProcess | undefined;
  /** What it was told. */
  let limits: TransferLimits | undefined;
  let earlyDeaths = 0;
  /** Orders that no process has said it has: it may die just as they are on their way. */
  const unheard = new Map<string, TransferOrder>();
  /** What the process of now has in its queue. */
  const goneOn = new Set<string>();
  const wantedAt = new Map<string, number>();
  let left: (() => void) | undefined;

  /** AWS may refuse a session before its end; one that follows it is wanted then, but not again and again. */
  const wantSession = (pass: string, refused: string) => {
    const session = parts.sessionOf(pass);
    if (session === null) return parts.sessionWanted(pass);
    if (session.accessKeyId !== refused) return;
    const last = wantedAt.get(pass) ?? Number.NEGATIVE_INFINITY;
    if (parts.monotonicMs() - last < LEAST_BETWEEN_WISHES_MS) return;
    wantedAt.set(pass, parts.monotonicMs());
    parts.sessionWanted(pass);
  };
  const learn = (order: TransferOrder, turn: number) => {
    const before = transfers.get(order.id);
    const known = { order, turn, progress: null };
    transfers.set(order.id, known);
    if (!before) parts.happened(null, viewOf(known));
  };
  const tellProgress = (id: string, progress: TransferProgress) => {
    const known = transfers.get(id);
    if (!known) return;
    const before = viewOf(known);
    known.progress = progress;
    if (before.progress?.state.kind !== progress.state.kind) parts.happened(before, viewOf(known));
  };
  const onMessage = (data: unknown) => {
    const parsed = FromTransferProcess.safeParse(data);
    if (!parsed.success) return parts.log('transfer process said something unknown');
    const message = parsed.data;
    switch (message.kind) {
      case 'known':
        unheard.delete(message.order.id);
        goneOn.add(message.order.id);
        learn(message.order, message.turn);
        return parts.changed();
      case 'turn': {
        const known = transfers.get(message.transfer);
        if (known) known.turn = message.turn;
        return parts.changed();
      }
      case 'wentOn':
        return settleLost();
      case 'progress': {
        tellProgress(message.progress.id, message.progress);
        if (message.progress.state.kind === 'finished') earlyDeaths = 0;
        return parts.changed();
      }
      case 'gone':
        transfers.delete(message.transfer);
        if (transfers.size <= PAGE) lookedFrom = null;
        return parts.changed();
      case 'left':
        return left?.();
      case 'serverTime':
        return parts.tellServerTime(message);
      case 'needNextSession':
        wantSession(message.pass, message.after);
        return void answer(message).then(tell);
      default:
        return void answer(message).then(tell);
    }
  };
  const start = (): UtilityProcess => {
    if (child) return child;
    const startedMs = parts.monotonicMs();
    const started = utilityProcess.fork(parts.modulePath, [], {
      serviceName: 'Daypass transfers',
      stdio: 'ignore',
    });
    started.on('message', onMessage);
    started.on('exit', (code) => {
      if (child !== started) return;
      child = undefined;
      left?.();
      if (code === 0) return;
      parts.log('transfer process ended', { code });
      // What was under way is in its journals.
      earlyDeaths = parts.monotonicMs() - startedMs > LEAST_LIFE_MS ? 0 : earlyDeaths + 1;
      if (earlyDeaths <= MOST_EARLY_DEATHS) start();
      else died();
    });
    child = started;
    goneOn.clear();
    limits = parts.limits();
    const begin: ToTransferProcess = { kind: 'begin', folder, platform: process.platform, limits };
    started.postMessage(begin);
    for (const order of unheard.values()) started.postMessage({ kind: 'order', order });
    return started;
  };
  /** A journal goes when nothing is left to do: what has none any more had ended, and only the word of it was lost. */
  const settleLost = () => {
    for (const [id, { progress }] of transfers)
      if (!goneOn.has(id) && progress && isUnderWay(progress))
        tellProgress(id, { ...progress, state: { kind: 'finished' }, bytesPerSecond: 0 });
    parts.changed();
  };
  /** At the next order, or the next start of Daypass, it is gone on with. */
  const died = () => {
    const state = { kind: 'failed', failure: { code: 'transfer-process-died', retry: 'now' } } as const;
    for (const [id, { progress }] of transfers)
      if (progress && isUnderWay(progress)) tellProgress(id, { ...progress, state });
    parts.changed();
  };
  const tell = (message: ToTransferProcess) => start().postMessage(message);
  const order = (more: Record<string, unknown> & Where & { kind: string }): string => {
    const roleArn = parts.roleOf(more.pass);
    if (roleArn === null) throw new AppError('unknown-pass', { retry: 'never' });
    const id = randomUUID();
    const order = { ...more, id, roleArn, orderedAt: parts.now() } as TransferOrder;
    unheard.set(id, order);
    if (child) tell({ kind: 'order', order });
    else start();
    return id;
  };

  return {
    upload: (what) => order({ kind: 'upload', ...what }),
    download: (what) => order({ kind: 'download', ...what }),
    act: (what, transfer) => tell({ kind: 'do', what, transfer }),
    answer: (transfer, conflict) => tell({ kind: 'answer', transfer, conflict }),
    actOnAll(what) {
      for (const [id, { progress }] of transfers)
        if (progress && fits[what](progress)) tell({ kind: 'do', what, transfer: id });
    },
    views: () => inTurn(transfers.values()).map(viewOf),
    shown() {
      const known = inTurn(transfers.values());
      const { from, page } = pageOf(known, lookedFrom);
      return { transfers: page.map(viewOf), transferTotals: { from, ...totalsOf(known) } };
    },
    look(where) {
      lookedFrom = where;
      parts.changed();
    },
    underWay: () => [...transfers.values()].filter(({ progress }) => progress && isUnderWay(progress)).length,
    update() {
      const now = parts.limits();
      if (!child || isDeepStrictEqual(now, limits)) return;
      limits = now;
      tell({ kind: 'limits', limits: now });
    },
    goOn() {
      if (existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.jsonl'))) start();
    },
    leave: () =>
      new Promise((resolve) => {
        if (!child) return resolve();
        left = resolve;
        setTimeout(resolve, LONGEST_LEAVE_MS);
        tell({ kind: 'leave' });
      }),
  };
}

/** What can be done about it with all others. */
const fits: Record<'pause' | 'resume' | 'dismiss', (progress: TransferProgress) => boolean> = {
  pause: isUnderWay,
  resume: ({ state }) => state.kind === 'paused',
  dismiss: (progress) => isOver({ progress }),
};

function viewOf({ order, progress }: Known): TransferView {
  const { id, kind, pass, bucket, orderedAt } = order;
  return { id, kind, pass, bucket, orderedAt, ...namesIn(order), progress };
}

/** SECURITY: names only; where on this computer something is, is the person's own business. */
function namesIn(order: TransferOrder): Pick<TransferView, 'name' | 'count' | 'prefix' | 'object'> {
  const count = order.sources.length;
  if (order.kind === 'upload')
    return { name: basename(order.sources[0] ?? ''), count, prefix: order.toPrefix, object: null };
  const [first] = order.sources;
  const key = first?.kind === 'object' ? first.key : (first?.prefix ?? '');
  const name = order.to.kind === 'file' ? basename(order.to.path) : key.slice(order.base.length);
  const object = count === 1 && first?.kind === 'object' ? first.key : null;
  return { name: name || order.bucket, count, prefix: order.base, object };
}
