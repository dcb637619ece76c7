/**
 * The transfer process: moves files between this computer and S3, beside the one that browses. Asks main for a pass's
 * session at each request and keeps it in memory only; what it has done is in journals.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { TransferOrder, TransferProgress } from '../contract/transfer.ts';
import { AppError } from '../lib/app-error.ts';
import { monotonicMs } from '../lib/clock.ts';
import { askMain } from '../s3/ask-main.ts';
import { inBucketRegion } from '../s3/in-bucket-region.ts';
import { isEnded } from './attempts.ts';
import { latest } from './latest.ts';
import { FromTransferProcess, ToTransferProcess } from './messages.ts';
import type { DiskRules } from './names-on-disk.ts';
import type { OnTheWay } from './on-the-way.ts';
import { createQueue, type Queue } from './queue.ts';
import { createRoom, MOST_CONNECTIONS } from './room.ts';
import { runTransfer } from './run.ts';
import { markOf } from './untrusted.ts';

const IDLE_MS = 60_000;
/** A line that says nothing for so long is left, and what is missing asked for on another. */
const TIMEOUTS = { connectMs: 10_000, answerMs: 60_000, stallMs: 20_000 };
const TELL_EVERY_MS = 250;
/** Main could not say; what it can't mend now it may later. */
const ASK_AGAIN_MS = 5000;

const tell = (message: FromTransferProcess) =>
  process.parentPort.postMessage(FromTransferProcess.parse(message));
const main = askMain({
  tell,
  tellServerTime: (time) => tell({ kind: 'serverTime', ...time }),
  maxSockets: MOST_CONNECTIONS,
  // Each try is counted by ours.
  triesOfEach: 1,
  timeouts: TIMEOUTS,
});
const tellProgress = latest<TransferProgress>(TELL_EVERY_MS, (progress) => {
  tell({ kind: 'progress', progress });
  restIfIdle();
});

const room = createRoom({ nowMs: monotonicMs, wait: (ms, stop) => wait(ms, undefined, { signal: stop }) });
let queue: Queue | undefined;
let idle: NodeJS.Timeout | undefined;
function restIfIdle(): void {
  clearTimeout(idle);
  if (!queue?.busy()) idle = setTimeout(() => process.exit(0), IDLE_MS);
}

function begin(folder: string, platform: string, atOnce: number): Queue {
  const rules: DiskRules = platform === 'win32' ? 'windows' : 'posix';
  const mark = markOf(platform);
  const opened = createQueue({
    folder,
    atOnce,
    known: (order, turn) => tell({ kind: 'known', order, turn }),
    turned: (transfer, turn) => tell({ kind: 'turn', transfer, turn }),
    progress: tellProgress,
    ended: tellProgress.last,
    gone(transfer) {
      tellProgress.forget(transfer);
      tell({ kind: 'gone', transfer });
    },
    run: (order, journal, past, changed) => {
      // Money: as long as it runs, and no other bucket.
      const stopPaying = order.requesterPays ? main.payers.agree(order.pass, order.bucket) : () => {};
      const run = runTransfer(order, {
        s3: s3Of(order),
        journal,
        past,
        rules,
        mark,
        lanes: room.lanesFor(order.kind),
        nowMs: monotonicMs,
        wait: (ms, stop) => wait(ms, undefined, { signal: stop }),
        later: (ms, probe) => void setTimeout(probe, ms).unref(),
        chance: Math.random,
        awaitSession: (_what, error, open) =>
          void awaitSession(order.pass, error).then(open, () => setTimeout(open, ASK_AGAIN_MS)),
        changed,
      });
      void run.ended.then(stopPaying);
      return run;
    },
  });
  opened.goOn();
  tell({ kind: 'wentOn' });
  return opened;
}

/** The access key of the session that was refused, so that the one after it is waited for and no other. */
class SessionOver extends AppError {
  constructor(
    readonly accessKeyId: string,
    cause: unknown,
  ) {
    super('no-session', { retry: 'afterSignIn', cause });
  }
}

function s3Of(order: TransferOrder): OnTheWay['s3'] {
  const clientOf = main.clientsAs(order.roleArn);
  const where = { pass: order.pass, bucket: order.bucket };
  return (work) =>
    inBucketRegion({ clientOf, regions: main.regions }, where, async (client) => {
      try {
        return await work(client);
      } catch (error) {
        if (!isEnded(error)) throw error;
        throw new SessionOver((await client.config.credentials()).accessKeyId, error);
      }
    });
}

async function awaitSession(pass: string, error: unknown): Promise<void> {
  const after = error instanceof SessionOver ? error.accessKeyId : (await main.sessionOf(pass))?.accessKeyId;
  await main.nextSession(pass, after ?? '');
}

process.parentPort.on('message', ({ data }) => {
  const parsed = ToTransferProcess.safeParse(data);
  if (!parsed.success) return;
  const message = parsed.data;
  switch (message.kind) {
    case 'session':
    case 'proxy':
    case 'password':
    case 'refused':
      return main.take(message);
    case 'begin':
      room.limit(message.limits);
      queue ??= begin(message.folder, message.platform, message.limits.atOnce);
      return restIfIdle();
    case 'limits':
      room.limit(message.limits);
      return queue?.limit(message.limits.atOnce);
    case 'order':
      return queue?.add(message.order);
    case 'do':
      return void queue?.[message.what](message.transfer);
    case 'answer':
      return queue?.answer(message.transfer, message.conflict);
    case 'leave':
      void Promise.resolve(queue?.leave()).then(() => tell({ kind: 'left' }));
      return;
  }
});
