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

/** The S3 process takes no more; the others wait here. */
const MOST_AT_ONCE = 4;
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
    beginNext();
    draw();
    for (const listener of [...ended]) listener(over);
  }
  function beginNext() {
    const going = works.filter((work) => !work.end && !work.waiting).length;
    const next = works.filter(({ waiting, end }) => waiting && !end).slice(0, MOST_AT_ONCE - going);
    for (const work of next) ask({ ...work, waiting: false });
  }
  function ask(work: Work) {
    put(work);
    const { id, pass, bucket, task, typed } = work;
    const call = s3.start(
      { op: 'work', pass, bucket, task, typed },
      {
        answer(answer) {
          const known = find(id);
          if (!known || known.end) return;
          if (answer.kind === 'failed') return end(id, { kind: 'failed', failure: answer.failure });
          if (answer.kind !== 'work') return;
          put(takeProgress(known, answer.progress));
          if (answer.ended) end(id, { kind: answer.ended });
          else drawSoon();
        },
        lost: () => end(id, { kind: 'lost' }),
      },
    );
    if (find(id)?.end === null) calls.set(id, call);
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
      beginNext();
      draw();
      return work;
    },
    stop(id) {
      const work = find(id);
      if (!work || work.end || work.stopping) return;
      if (work.waiting) return end(id, { kind: 'stopped' });
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
