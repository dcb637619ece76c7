/** Overhears what is done to objects, so that whoever shows them knows when what was read may no longer be true. */
import type { S3Client, S3Listener, S3Start } from './s3-port.ts';

/** Work of this pass in this bucket came to its end, whichever; of work that is stopped it may be told twice. */
export type WorkedListener = (pass: string, bucket: string) => void;

export interface Worked {
  /** Answers the way out. */
  subscribe(listener: WorkedListener): () => void;
}

/** `s3` passes everything on. */
export function watchWork(s3: S3Client): { s3: S3Client; worked: Worked } {
  const listeners = new Set<WorkedListener>();
  const tell = (pass: string, bucket: string) => {
    for (const listener of [...listeners]) listener(pass, bucket);
  };
  function overheard(ask: Extract<S3Start, { op: 'work' }>, listener: S3Listener) {
    /** Where the copies of a task go is touched as well. */
    const touched = () => {
      tell(ask.pass, ask.bucket);
      if (ask.task.task === 'copy' && ask.task.toBucket !== ask.bucket) tell(ask.pass, ask.task.toBucket);
    };
    const call = s3.start(ask, {
      answer(answer) {
        listener.answer(answer);
        if (answer.kind !== 'work' || answer.ended !== null) touched();
      },
      lost() {
        listener.lost();
        touched();
      },
    });
    return {
      more: call.more,
      stop() {
        call.stop();
        touched();
      },
    };
  }
  return {
    s3: {
      takePort: s3.takePort,
      start: (ask, listener) => (ask.op === 'work' ? overheard(ask, listener) : s3.start(ask, listener)),
    },
    worked: {
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}
