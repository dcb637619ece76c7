/** How long each way out of an archive takes. Pure. Source: S3 User Guide, "Archive retrieval options". */
import type { RestoreTier } from '../../../../../electron/contract/s3-work.ts';
import type { ActionObject } from '../begin.ts';

export interface TierChoice {
  value: RestoreTier;
  words: string;
  under: string;
}

/** The fastest takes nothing out of a deep archive. */
export function tiersOf(objects: readonly Pick<ActionObject, 'storageClass'>[]): TierChoice[] {
  const deep = objects.some(({ storageClass }) => storageClass === 'DEEP_ARCHIVE');
  const bulk = {
    value: 'Bulk',
    words: 'Bulk',
    under: `${deep ? 'Up to 48' : '5 to 12'} hours, the cheapest.`,
  } as const;
  const standard = {
    value: 'Standard',
    words: 'Standard',
    under: deep ? 'Up to 12 hours.' : '3 to 5 hours.',
  } as const;
  if (deep) return [standard, bulk];
  return [
    {
      value: 'Expedited',
      words: 'Expedited',
      under: '1 to 5 minutes, the dearest; large objects take longer.',
    },
    standard,
    bulk,
  ];
}

/** Days that a readable copy stays; null: no number that S3 takes. */
export function readDays(text: string): number | null {
  const days = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return days >= 1 && days <= 365 ? days : null;
}
