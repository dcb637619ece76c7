/** An order to download: every object of its sources, to its place below the chosen folder. */
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import type { ConflictAnswer, DownloadOrder } from '../contract/transfer.ts';
import { objectsBelow } from '../s3/listing/objects-below.ts';
import type { Crowd } from './crowd.ts';
import { downloadFile } from './download-file.ts';
import { type Folders, openFolders } from './folders.ts';
import type { DiskRules } from './names-on-disk.ts';
import type { OnTheWay, Outcome } from './on-the-way.ts';
import { createPlaces, otherName, type Place } from './places.ts';
import type { One } from './upload-order.ts';

export async function downloadAll(
  order: DownloadOrder,
  way: OnTheWay,
  rules: DiskRules,
  crowd: Crowd,
  one: One,
): Promise<void> {
  const { to, base } = order;
  const folders = await openFolders(to.kind === 'folder' ? to.path : dirname(to.path));
  const places = createPlaces(rules, await folders.sameNames());
  for (const source of order.sources) {
    const objects =
      source.kind === 'folder' ? below(way, source.prefix) : [{ key: source.key, sizeBytes: null }];
    for await (const { key, sizeBytes } of objects) {
      way.stop.throwIfAborted();
      // In the order they are listed, so that a later run finds the same places.
      const name = key.slice(base.length);
      const place = places.of(name);
      const as = otherName(place, name);
      if (to.kind === 'folder' && as !== null) way.renamed(name, as);
      await crowd.take(sizeBytes ?? 0, () =>
        one(key, name, sizeBytes ?? 0, (its, conflict) =>
          downloadOne(to, conflict, its, folders, place, { key, sizeBytes }),
        ),
      );
    }
  }
}

const below = (way: OnTheWay, prefix: string) =>
  objectsBelow(
    (input) =>
      way.attempts.attempt(way.small, way.stop, () =>
        way.s3((client) =>
          client.send(new ListObjectsV2Command({ Bucket: way.bucket, ...input }), { abortSignal: way.stop }),
        ),
      ),
    prefix,
  );

async function downloadOne(
  to: DownloadOrder['to'],
  conflict: ConflictAnswer,
  way: OnTheWay,
  folders: Folders,
  place: Place,
  { key, sizeBytes }: { key: string; sizeBytes: number | null },
): Promise<Outcome> {
  if (to.kind === 'file') {
    const folder = await folders.folder([]);
    const partFile = () => join(folder, partName());
    const sure = async () => void (await folders.folder([]));
    // The person was asked about this very name when it was chosen.
    return downloadFile(way, key, sizeBytes, { path: to.path, partFile, sure, conflict: 'replace' });
  }
  const folder = await folders.folder(place.folders);
  // A folder's own marker: the folder is there now.
  if (place.isFolder && sizeBytes === 0) return { kind: 'done', bytes: 0 };
  return downloadFile(way, key, sizeBytes, {
    path: join(folder, place.name),
    partFile: () => join(folder, partName()),
    sure: async () => void (await folders.folder(place.folders)),
    conflict,
  });
}

/** Short whatever the file is called, and shared with no other. */
const partName = () => `.${randomUUID()}.daypass-part`;
