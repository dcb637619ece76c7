/** One object → one file: small ones by one request, others range by range. */
import { AppError } from '../lib/app-error.ts';
import { downloadByParts } from './download-parts.ts';
import { downloadWhole } from './download-whole.ts';
import type { OnTheWay, Outcome } from './on-the-way.ts';
import { WHOLE_BYTES } from './part-plan.ts';
import { isThere, type Landing, wasPlaced } from './settle.ts';

const MOST_TRIES = 2;
const isSpoiled = (error: unknown) => error instanceof AppError && error.code === 'transfer-checksum';

/** `listedBytes`: as its list told; null when it was not listed. */
export async function downloadFile(
  way: OnTheWay,
  key: string,
  listedBytes: number | null,
  landing: Landing,
): Promise<Outcome> {
  const past = way.begun(key);
  const placed = past ? await wasPlaced(past) : null;
  if (placed) return placed;
  const begun = past !== undefined;
  // Nothing is fetched that would not be kept.
  if (landing.conflict === 'skip' && !begun && (await isThere(landing.path))) return { kind: 'skipped' };
  const isSmall = listedBytes !== null && listedBytes <= WHOLE_BYTES;
  // To compare, its time is to be known first.
  if (isSmall && !begun && landing.conflict !== 'compare') {
    const outcome = await downloadWhole(way, key, landing);
    if (outcome !== null) return outcome;
  }
  for (let tries = 1; ; tries++) {
    try {
      return await downloadByParts(way, key, landing);
    } catch (error) {
      // One of its parts came otherwise than it is, and none can say which.
      if (!isSpoiled(error) || tries >= MOST_TRIES || way.stop.aborted) throw error;
    }
  }
}
