/**
 * Deletes up to a thousand objects or versions by one request. Keys that XML can't carry go by themselves. What S3
 * refuses of single keys is a failure of theirs; what it could not do now is asked again.
 * Source: S3 API Reference, DeleteObjects.
 */
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  type DeleteObjectsCommandOutput,
} from '@aws-sdk/client-s3';
import { garbled } from '../listing/garbled.ts';
import { verdictOn } from '../listing/patience.ts';
import type { WorkBucket } from './bucket.ts';
import { goneAlready } from './head.ts';
import { fitsXml } from './keys.ts';
import type { Listed } from './listed.ts';
import { objectTarget, type Report } from './step.ts';

/** What a delete marker of a suspended bucket has hidden may be gone for good: it is no way back. */
const NO_WAY_BACK = 'null';

export async function deleteBatch(
  bucket: WorkBucket,
  objects: readonly Listed[],
  report: Report,
): Promise<void> {
  const alone = objects.filter(({ key }) => !fitsXml(key));
  const together = objects.filter(({ key }) => fitsXml(key));
  await Promise.all([
    ...alone.map((object) => deleteOne(bucket, object, report)),
    deleteTogether(bucket, together, report),
  ]);
}

function settle({ key, version, sizeBytes }: Listed, marker: string | undefined, report: Report): void {
  const isUndo = version === null && marker && marker !== NO_WAY_BACK;
  report.done(sizeBytes ?? 0, isUndo ? { key, version: marker } : undefined);
}

async function deleteOne(bucket: WorkBucket, object: Listed, report: Report): Promise<void> {
  const { key, version } = object;
  const ask = { Bucket: bucket.name, Key: key, VersionId: version ?? undefined };
  const inDoubt = async () => {
    const gone = await goneAlready(bucket, object);
    return gone && { $metadata: {}, DeleteMarker: gone.marker !== undefined, VersionId: gone.marker };
  };
  try {
    const answer = await bucket.send(() => new DeleteObjectCommand(ask), { inDoubt });
    settle(object, answer.DeleteMarker ? answer.VersionId : undefined, report);
  } catch (error) {
    report.failed(objectTarget(key, version), error);
  }
}

async function deleteTogether(bucket: WorkBucket, objects: readonly Listed[], report: Report): Promise<void> {
  const left = new Map(objects.map((object) => [nameOf(object.key, object.version), object]));
  const request = () => {
    const Objects = [...left.values()].map(({ key, version }) => ({
      Key: key,
      VersionId: version ?? undefined,
    }));
    return new DeleteObjectsCommand({ Bucket: bucket.name, Delete: { Objects } });
  };
  /** A second delete of a present object would hide the marker of the first one under another. */
  const inDoubt = async () => {
    const asked = [...left.entries()];
    const gone = await Promise.all(asked.map(([, object]) => goneAlready(bucket, object)));
    asked.forEach(([name, object], at) => {
      const found = gone[at];
      if (found && left.delete(name)) settle(object, found.marker, report);
    });
    return left.size === 0 ? { $metadata: {} } : undefined;
  };
  const check = (answer: DeleteObjectsCommandOutput) => takeAnswer(answer, left, report);
  if (left.size === 0) return;
  try {
    await bucket.send(request, { inDoubt, check });
  } catch (error) {
    for (const { key, version } of left.values()) report.failed(objectTarget(key, version), error);
  }
}

/** Throws what S3 could not do now, the most patient of its reasons, with those keys left. */
function takeAnswer(answer: DeleteObjectsCommandOutput, left: Map<string, Listed>, report: Report): void {
  const take = (key: string | undefined, version: string | undefined) => {
    const name = nameOf(key ?? '', version ?? null);
    const object = left.get(name);
    left.delete(name);
    return object;
  };
  for (const { Key, VersionId, DeleteMarker, DeleteMarkerVersionId } of answer.Deleted ?? []) {
    const object = take(Key, VersionId);
    if (object) settle(object, DeleteMarker ? DeleteMarkerVersionId : undefined, report);
  }
  const later = new Map<string, Listed>();
  let reason: unknown;
  for (const { Key, VersionId, Code, Message } of answer.Errors ?? []) {
    const object = take(Key, VersionId);
    if (!object) continue;
    const error = Object.assign(new Error(Message ?? ''), {
      name: Code ?? '',
      $metadata: { httpStatusCode: 200 },
    });
    if (verdictOn(error) === 'final') report.failed(objectTarget(object.key, object.version), error);
    else {
      later.set(nameOf(object.key, object.version), object);
      if (reason === undefined || verdictOn(error) === 'slower') reason = error;
    }
  }
  for (const { key, version } of left.values())
    report.failed(objectTarget(key, version), garbled('the answer does not name it'));
  left.clear();
  for (const [name, object] of later) left.set(name, object);
  if (reason !== undefined) throw reason;
}

const nameOf = (key: string, version: string | null) => JSON.stringify([key, version]);
