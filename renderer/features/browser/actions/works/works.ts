/**
 * Everything that is being done in S3 for this window, whichever pass is on screen: begun, followed, stopped, kept until
 * a person dismisses it. Knows no component and no words.
 */
import type { S3Call, S3Client } from '../../../../bridge/s3-port.ts';
import { beginWork, takeProgress, type Work, type WorkEnd, type WorkOrder } from './work.ts';

export interface Works {
  current(): readonly Work[];
  subscribe(listener: () => void): () => void;
  start(order: WorkOrder): Work;
  stop(id: number): void;
  dismiss(id: number): void;
  /** Told once of each work that ended, whatever way. */
  onEnded(listener: (work: Work) => void): () => void;
}

/** Progress is drawn at most ten times a second. */
const DRAW_MS = 100;

export function createWorks(s3: S3Client): Works {
  let works: readonly Work[] = [];
  let nextId = 1;
  let drawing: ReturnType<typeof setTimeout> | null = null;
  const calls = new Map<number, S3Call>();
  const listeners = new Set<() => void>();
  const ended = new Set<(work: Work) => void>();

  function draw() {
    if (drawing !== null) clearTimeout(drawing);
    drawing = null;
    for (const listener of [...listeners]) listener();
  }
  function drawSoon() {
    drawing ??= setTimeout(draw, DRAW_MS);
  }
  const find = (id: number) => works.find((work) => work.id === id);
  function put(work: Work) {
    works = works.map((each) => (each.id === work.id ? work : each));
  }
  function end(id: number, end: WorkEnd) {
    const work = find(id);
    calls.delete(id);
    if (!work || work.end) return;
    const over = { ...work, end };
    put(over);
    draw();
    for (const listener of [...ended]) listener(over);
  }

  return {
    current: () => works,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onEnded(listener) {
      ended.add(listener);
      return () => ended.delete(listener);
    },
    start(order) {
      const work = beginWork(nextId++, order);
      works = [...works.filter(isWorthKeeping), work];
      const { pass, bucket, task, typed } = order;
      const call = s3.start(
        { op: 'work', pass, bucket, task, typed },
        {
          answer(answer) {
            const known = find(work.id);
            if (!known || known.end) return;
            if (answer.kind === 'failed') return end(work.id, { kind: 'failed', failure: answer.failure });
            if (answer.kind !== 'work') return;
            put(takeProgress(known, answer.progress));
            if (answer.ended) end(work.id, { kind: answer.ended });
            else drawSoon();
          },
          lost: () => end(work.id, { kind: 'lost' }),
        },
      );
      if (find(work.id)?.end === null) calls.set(work.id, call);
      draw();
      return work;
    },
    stop(id) {
      const work = find(id);
      if (!work || work.end || work.stopping) return;
      put({ ...work, stopping: true });
      draw();
      calls.get(id)?.stop();
    },
    dismiss(id) {
      if (!find(id)?.end) return;
      works = works.filter((work) => work.id !== id);
      draw();
    },
  };
}

/** What went well and can't be undone has nothing more to say once another work begins. */
function isWorthKeeping({ end, failures, undo }: Work): boolean {
  return end?.kind !== 'done' || failures.length > 0 || undo.length > 0;
}
