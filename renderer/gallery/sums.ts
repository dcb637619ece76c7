/** What the gallery's S3 answers when a folder is summed: the whole of one, a part of another, a refusal. Pure. */
import type { S3Answer, S3Request } from '../../electron/contract/s3-port.ts';

type Measured = Extract<S3Answer, { kind: 'measured' }>;

/** Null: it is not asked for a sum that is known here. */
export function sumOf(request: S3Request): S3Answer[] | null {
  if (request.op !== 'measure') return null;
  const [target] = request.targets;
  if (target?.kind !== 'folder') return null;
  const { id } = request;
  const measured = (objects: number, sizeBytes: number, complete: boolean): Measured => ({
    ...{ id, kind: 'measured', objects, sizeBytes, complete },
  });
  if (target.prefix.endsWith('customer-statements/')) return [measured(12_400, 1.23e9, true)];
  if (target.prefix.endsWith('region=eu-central-1/')) return [measured(318_000, 48.6e9, false)];
  if (target.prefix === 'ledger/') return [measured(1_248_310, 4.2e12, true)];
  if (!target.prefix.endsWith('//')) return null;
  return [
    measured(7, 9_100, false),
    { id, kind: 'failed', failure: { code: 's3-unreachable', retry: 'now' } },
  ];
}
