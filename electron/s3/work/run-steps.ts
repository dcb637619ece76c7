/** Does the steps of a task, many at a time, while the next ones are still being found. */

import type { FailureCode } from '../../contract/failure.ts';
import { MOST_FAILURES, type Target } from '../../contract/s3-work.ts';
import { s3Failure } from '../errors.ts';
import { FINISH_FIRST, type Report, type Step, type Steps } from './step.ts';
import { StepQueue } from './step-queue.ts';
import { Stopped, type Stops } from './stops.ts';
import type { Ended, Tally } from './tally.ts';

/** What concerns all that is left, and not one object. */
const OF_THE_SESSION: readonly FailureCode[] = ['s3-other-role', 's3-read-only'];
/** Requests are bounded by the pace; these wait for their turns. */
const MOST_UNDER_WAY = 48;

/**
 * Resolves with how it ended, once nothing is under way any more. The end of the session stops it with one failure:
 * what was not begun is untouched, and no failure.
 */
export async function runSteps(steps: Steps, tally: Tally, stops: Stops): Promise<NonNullable<Ended>> {
  const queue = new StepQueue();
  let isSessionOver = false;
  let leftOut = false;

  const fail = (target: Target, error: unknown) => {
    // What the stop has cut is neither done nor failed.
    if (error instanceof Stopped || stops.hard.aborted) return;
    const failure = s3Failure(error, target.kind === 'object' ? target.key : target.prefix);
    const isOver = failure.retry === 'afterSignIn' || OF_THE_SESSION.includes(failure.code);
    if (isOver && isSessionOver) return;
    if (isOver) {
      isSessionOver = true;
      stops.stop();
    }
    tally.failed(target, failure);
  };
  const report: Report = { done: tally.done, skipped: tally.skipped, failed: fail };
  const perform = async (step: Step) => {
    try {
      await step.run(report);
    } catch (error) {
      for (const target of step.targets) fail(target, error);
    }
  };
  const gather = async () => {
    for await (const step of steps) {
      if (stops.soft.aborted) break;
      if (step !== FINISH_FIRST) tally.found(step.targets.length);
      await queue.put(step);
    }
    if (!stops.soft.aborted) tally.counted();
  };
  const stopGathering = () => queue.close();
  stops.soft.addEventListener('abort', stopGathering);
  const gathering = gather().finally(() => queue.close());

  const underWay = new Set<Promise<void>>();
  for (let step = await queue.take(); step !== null; step = await queue.take()) {
    leftOut = stops.soft.aborted || tally.failures() >= MOST_FAILURES;
    if (leftOut) break;
    if (step === FINISH_FIRST) {
      await Promise.all(underWay);
      continue;
    }
    const running: Promise<void> = perform(step).finally(() => underWay.delete(running));
    underWay.add(running);
    if (underWay.size >= MOST_UNDER_WAY) await Promise.race(underWay);
  }
  const isTooMuch = leftOut && !stops.soft.aborted;
  if (isTooMuch) stops.stop();
  await Promise.all(underWay);
  await gathering;
  if (isTooMuch || tally.failures() > MOST_FAILURES) return 'tooManyFailures';
  return isSessionOver || (stops.soft.aborted && !tally.isWhole()) ? 'stopped' : 'done';
}
