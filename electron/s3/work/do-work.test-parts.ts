/** Does one task for a test and collects what was told. */
import type { S3Answer } from '../../contract/s3-port.ts';
import { S3Answer as Answer, S3Request } from '../../contract/s3-port.ts';
import type { WorkProgress, WorkTask } from '../../contract/s3-work.ts';
import { startWork, type WorkParts } from './start-work.ts';

export interface Told extends WorkProgress {
  ended: 'done' | 'stopped' | 'tooManyFailures' | null;
  refusal: string | null;
  answers: S3Answer[];
  codes: string[];
}

/** `during` may stop it. */
export function doWork(
  parts: WorkParts,
  task: WorkTask,
  {
    bucket = 'bucket',
    typed = null as string | null,
    during = (_stop: () => void, _told: S3Answer | null) => {},
  } = {},
): Promise<Told> {
  return new Promise((resolve) => {
    const answers: S3Answer[] = [];
    let stop = () => {};
    const answer = (message: S3Answer) => {
      answers.push(Answer.parse(message));
      during(stop, message);
    };
    const request = S3Request.parse({ id: 1, op: 'work', pass: 'reports', bucket, task, typed });
    if (request.op !== 'work') throw new Error('not a task');
    ({ stop } = startWork(parts, request, answer, () => resolve(together(answers))));
    during(stop, null);
  });
}

function together(answers: S3Answer[]): Told {
  const works = answers.flatMap((answer) => (answer.kind === 'work' ? [answer] : []));
  const failed = answers.flatMap((answer) => (answer.kind === 'failed' ? [answer.failure.code] : []));
  const last = works.at(-1);
  const none = { found: 0, counted: false, done: 0, doneBytes: 0, skipped: 0, failed: 0, throttled: false };
  const failures = works.flatMap(({ progress }) => progress.failures);
  return {
    ...(last?.progress ?? none),
    failures,
    undo: works.flatMap(({ progress }) => progress.undo),
    ended: last?.ended ?? null,
    refusal: failed[0] ?? null,
    answers,
    codes: failures.map(({ failure }) => failure.code),
  };
}
