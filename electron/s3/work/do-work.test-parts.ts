/** Does one task for a test and collects what was told. Waits before another try are left out. */
import { S3Answer, S3Request } from '../../contract/s3-port.ts';
import type { WorkFailure, WorkProgress, WorkTask } from '../../contract/s3-work.ts';
import { createPace } from './pace.ts';
import { startWork, type WorkParts } from './start-work.ts';

export interface Told extends WorkProgress {
  ended: 'done' | 'stopped' | 'tooManyFailures' | null;
  /** The code of what was refused before anything happened. */
  refusal: string | null;
  answers: S3Answer[];
  codes: WorkFailure['failure']['code'][];
}

interface How {
  bucket?: string;
  typed?: string | null;
  /** Is handed the way to stop it. */
  begun?: (stop: () => void) => void;
}

export function doWork(
  parts: WorkParts,
  task: WorkTask,
  { bucket = 'bucket', typed = null, begun = () => {} }: How = {},
): Promise<Told> {
  return new Promise((resolve) => {
    const answers: S3Answer[] = [];
    const request = S3Request.parse({ id: 1, op: 'work', pass: 'reports', bucket, task, typed });
    if (request.op !== 'work') throw new Error('not a task');
    const answer = (message: S3Answer) => answers.push(S3Answer.parse(message));
    const pace = createPace(async () => undefined);
    const { stop } = startWork(parts, request, answer, () => resolve(together(answers)), pace);
    begun(stop);
  });
}

const NOTHING = { found: 0, counted: false, done: 0, doneBytes: 0, skipped: 0, failed: 0, throttled: false };

function together(answers: S3Answer[]): Told {
  const works = answers.flatMap((answer) => (answer.kind === 'work' ? [answer] : []));
  const refused = answers.flatMap((answer) => (answer.kind === 'failed' ? [answer.failure.code] : []));
  const last = works.at(-1);
  const failures = works.flatMap(({ progress }) => progress.failures);
  return {
    ...(last?.progress ?? NOTHING),
    failures,
    undo: works.flatMap(({ progress }) => progress.undo),
    ended: last?.ended ?? null,
    refusal: refused[0] ?? null,
    answers,
    codes: failures.map(({ failure }) => failure.code),
  };
}
