/** One task for one window: refused before anything happens, or its steps done and told. */
import type { S3Answer, S3Request } from '../../contract/s3-port.ts';
import { s3Failure } from '../errors.ts';
import { findRegion, type RegionParts } from '../in-bucket-region.ts';
import type { FactsOf, SessionFacts } from '../session-clients.ts';
import { abandonSteps } from './abandon.ts';
import { openWorkBucket } from './bucket.ts';
import { copySteps } from './copy.ts';
import { deleteSteps } from './delete.ts';
import { headersSteps } from './headers.ts';
import { newFolderSteps } from './new-folder.ts';
import { createPace, type Pace } from './pace.ts';
import { refusal } from './refused.ts';
import { restoreSteps } from './restore.ts';
import { runSteps } from './run-steps.ts';
import { sameRole } from './same-role.ts';
import type { Steps } from './step.ts';
import { createStops, type Stops } from './stops.ts';
import { tagsSteps } from './tags.ts';
import { createTally } from './tally.ts';
import { undeleteSteps } from './undelete.ts';

export type WorkParts = RegionParts & { factsOf: FactsOf };
type Request = Extract<S3Request, { op: 'work' }>;

/** `ended` is called once, after the last answer. */
export function startWork(
  parts: WorkParts,
  request: Request,
  answer: (message: S3Answer) => void,
  ended: () => void,
  pace = createPace(),
): { stop(): void } {
  const { id } = request;
  const stops = createStops();
  const run = async () => {
    const facts = await parts.factsOf(request.pass);
    const failure = refusal(facts, request);
    if (failure) return answer({ id, kind: 'failed', failure });
    const tally = createTally(pace.isSlowed, (progress, how) =>
      answer({ id, kind: 'work', progress, ended: how }),
    );
    tally.end(await runSteps(await stepsOf(parts, request, facts, pace, stops), tally, stops));
  };
  run()
    .catch((error: unknown) => answer({ id, kind: 'failed', failure: s3Failure(error, request.bucket) }))
    .finally(() => {
      stops.settle();
      ended();
    });
  return { stop: stops.stop };
}

async function stepsOf(
  parts: WorkParts,
  { pass, bucket, task }: Request,
  facts: SessionFacts,
  pace: Pace,
  stops: Stops,
): Promise<Steps> {
  const accept = sameRole(parts.factsOf, pass, facts);
  const open = (name: string) => openWorkBucket(parts, { pass, bucket: name }, pace, stops, accept);
  const here = open(bucket);
  switch (task.task) {
    case 'delete':
      return deleteSteps(here, task);
    case 'undelete':
      return undeleteSteps(here, task, facts.guarded);
    case 'abandon':
      return abandonSteps(here, task);
    case 'newFolder':
      return newFolderSteps(here, task);
    case 'tags':
      return tagsSteps(here, task);
    case 'headers':
      return headersSteps(here, task);
    case 'restore':
      return restoreSteps(here, task);
    case 'copy': {
      // A key of KMS is good in its own region only.
      const places = [bucket, task.toBucket];
      if (bucket !== task.toBucket)
        await Promise.all(places.map((name) => findRegion(parts, { pass, bucket: name })));
      return copySteps({ from: here, to: open(task.toBucket) }, task);
    }
  }
}
