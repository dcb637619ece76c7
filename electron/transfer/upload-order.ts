/** An order to upload: every file of its sources, under its key. What is no file is counted as failed, with its reason. */
import type { ConflictAnswer, UploadOrder } from '../contract/transfer.ts';
import { AppError } from '../lib/app-error.ts';
import type { Crowd } from './crowd.ts';
import { localFiles } from './local-files.ts';
import type { OnTheWay, Outcome } from './on-the-way.ts';
import { uploadFile } from './upload-file.ts';

/** Does one file, and counts it. `bytes`: as far as is known. */
export type One = (
  key: string,
  name: string,
  bytes: number,
  work: (way: OnTheWay, conflict: ConflictAnswer) => Promise<Outcome>,
) => Promise<void>;

export async function uploadAll(
  order: UploadOrder,
  stop: AbortSignal,
  crowd: Crowd,
  one: One,
): Promise<void> {
  for (const source of order.sources) {
    for await (const found of localFiles(source)) {
      stop.throwIfAborted();
      const key = order.toPrefix + found.name;
      if (found.kind === 'unusable') {
        const { name: subject, error: cause } = found;
        await crowd.take(0, () =>
          one(key, subject, 0, async () => {
            throw new AppError('file-unreadable', { subject, cause });
          }),
        );
        continue;
      }
      const { file, name } = found;
      await crowd.take(file.sizeBytes, () =>
        one(key, name, file.sizeBytes, (way, conflict) => uploadFile(way, file, key, conflict)),
      );
    }
  }
}
