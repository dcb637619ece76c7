/**
 * Tries a request until it is decided: waits at the gate, follows the pace, comes back after what passes. A session
 * that ended, a network that is gone, another role and a full disk close the gate instead: they are no file's failure. Pure.
 */
import { AppError } from '../lib/app-error.ts';
import { verdictOn, waitBefore } from '../s3/listing/patience.ts';
import type { Gate } from './gate.ts';
import type { Pace } from './pace.ts';

export interface Attempts {
  /** `work` may be run several times. Rejects with what no further try changes, or with the reason of `stop`. */
  attempt<T>(pace: Pace, stop: AbortSignal, work: () => Promise<T>): Promise<T>;
}

export interface AttemptParts {
  gate: Gate;
  /** Resolves early, or rejects, when stopped. */
  wait: (ms: number, stop: AbortSignal) => Promise<void>;
  /** 0 to 1. */
  chance: () => number;
  /** The gate was closed for a session: to be opened once there is one. */
  awaitSession: (what: 'signIn' | 'role', error: unknown) => void;
  /** Runs `probe` after so many ms, once. */
  later: (ms: number, probe: () => void) => void;
}

/** The SDK has set its clock by the answer's date when it throws these; the next signature is right. */
const SKEWED = ['RequestTimeTooSkewed', 'RequestExpired', 'RequestInTheFuture'];
/** S3 API Reference, "Error responses". */
const ENDED = ['ExpiredToken', 'TokenRefreshRequired', 'InvalidToken', 'InvalidAccessKeyId'];
const offline = /^(ENOTFOUND|EAI_AGAIN|ENETUNREACH|ENETDOWN|EHOSTUNREACH|EHOSTDOWN|ECONNREFUSED)$/;
const network = /^(ECONN|EPIPE|ETIMEDOUT)/;
const FIRST_PROBE_MS = 1000;
const LONGEST_PROBE_MS = 30_000;

export function createAttempts({ gate, wait, chance, awaitSession, later }: AttemptParts): Attempts {
  let probes = 0;
  const awaitNetwork = () => {
    if (!gate.close({ kind: 'waiting', for: 'network' })) return;
    later(Math.min(LONGEST_PROBE_MS, FIRST_PROBE_MS * 2 ** probes++), () => gate.open('network'));
  };
  /** True: the gate is closed now, and the try does not count. */
  const closedBy = (error: unknown, tries: number): boolean => {
    const what = isEnded(error) ? 'signIn' : isOfOtherRole(error) ? 'role' : null;
    if (what !== null) {
      // Many requests hear of the end; one of them is enough to wait for what comes after it.
      if (gate.close({ kind: 'waiting', for: what })) awaitSession(what, error);
      return true;
    }
    if (isFull(error)) {
      // Only the person can make room; they say when.
      gate.close({ kind: 'waiting', for: 'disk', missingBytes: error.missingBytes ?? null });
      return true;
    }
    if (!isOffline(error) && !(isNetwork(error) && waitBefore(verdictOn(error), tries, 0) === null))
      return false;
    awaitNetwork();
    return true;
  };
  return {
    async attempt(pace, stop, work) {
      // Each kind by itself: S3 that was busy for long has a right to a few errors of its own.
      const tried = { slower: 0, again: 0, final: 0 };
      for (;;) {
        await gate.pass(stop);
        try {
          const value = await pace.run(async () => {
            // It may have been closed while this one stood in the queue.
            await gate.pass(stop);
            return work();
          });
          probes = 0;
          return value;
        } catch (error) {
          if (stop.aborted) throw stop.reason;
          const verdict = isSkewed(error) || isSpoiled(error) ? 'again' : verdictOn(error);
          if (closedBy(error, tried[verdict] + 1)) continue;
          const ms = waitBefore(verdict, ++tried[verdict], chance());
          if (ms === null) throw error;
          if (verdict === 'slower') pace.slower();
          await wait(ms, stop);
        }
      }
    },
  };
}

/** Of a full disk, or a quota that is used up; `missingBytes` where it is known. */
export const isFull = (error: unknown): error is Error & { missingBytes?: number } =>
  /^(ENOSPC|EDQUOT)$/.test(codeOf(error));

/** What no session of this pass answers any more, or will for long. */
export function isEnded(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'no-session' || error.code === 's3-session-ended';
  return ENDED.includes(nameOf(error));
}

function isOfOtherRole(error: unknown): boolean {
  return error instanceof AppError && error.code === 's3-other-role';
}

/** Bytes came otherwise than they were: on the next try they may come right. */
const isSpoiled = (error: unknown) =>
  error instanceof AppError && (error.code === 'transfer-checksum' || error.code === 's3-answer-garbled');
const isSkewed = (error: unknown) => SKEWED.includes(nameOf(error));
const isOffline = (error: unknown) =>
  offline.test(codeOf(error)) || (error instanceof AppError && error.code === 'proxy-unreachable');
/** What S3 answered is no fault of the line, whatever its words ("may have been aborted", of an upload that is gone). */
const isNetwork = (error: unknown) =>
  !isAnswered(error) &&
  (network.test(codeOf(error)) ||
    nameOf(error) === 'TimeoutError' ||
    /socket hang up|aborted/i.test(messageOf(error)));
const isAnswered = (error: unknown) =>
  (error as { $metadata?: { httpStatusCode?: number } } | null)?.$metadata?.httpStatusCode !== undefined;

const field = (error: unknown, name: string): string => {
  const value = (error as Record<string, unknown> | null)?.[name];
  return typeof value === 'string' ? value : '';
};
const nameOf = (error: unknown) => field(error, 'name');
const codeOf = (error: unknown) => field(error, 'code');
const messageOf = (error: unknown) => field(error, 'message');
