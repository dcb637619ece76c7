// RestoreObject: has a copy of an archived object made, for some days.

import { malformedXml, notImplemented, S3Error } from '../errors.ts';
import { ARCHIVES, beginRestore, isTier, prolongRestore, restoreState, type Tier } from '../store/restore.ts';
import { type Asked, askedVersion } from './asked.ts';
import { checkBody } from './checksums.ts';
import { findVersion, versionHeader } from './find-version.ts';
import { childNamed, readXmlBody } from './read-xml.ts';

export function restoreObject(asked: Asked): void {
  const { request, body, bucket, key, rights, now, response } = asked;
  rights.demand('s3:RestoreObject', bucket, key);
  const version = findVersion({ bucket, key, id: askedVersion(request), rights });
  const { object, restore } = version;
  checkBody(request, body);
  const { days, tier } = readOrder(body);
  if (!ARCHIVES.includes(object.storageClass))
    throw new S3Error(
      403,
      'InvalidObjectState',
      "Restore is not allowed for the object's current storage class",
      { details: { StorageClass: object.storageClass } },
    );
  if (tier === 'Expedited' && object.storageClass === 'DEEP_ARCHIVE')
    throw new S3Error(400, 'InvalidArgument', 'Retrieval option is not supported by this storage class', {
      details: { ArgumentName: 'Tier', ArgumentValue: tier },
    });
  const state = restoreState(restore, now);
  if (state === 'ongoing')
    throw new S3Error(409, 'RestoreAlreadyInProgress', 'Object restore is already in progress');
  const isThere = restore !== undefined && state === 'there';
  const next = isThere ? prolongRestore(restore, days, now) : beginRestore(tier, days, now);
  if (!bucket.change(key, version.id, { restore: next })) throw notImplemented();
  response.writeHead(isThere ? 200 : 202, versionHeader(bucket, version)).end();
}

function readOrder(body: Buffer): { days: number; tier: Tier } {
  const root = readXmlBody(body, 'RestoreRequest');
  const days = childNamed(root, 'Days')?.text.trim() ?? '';
  const job = childNamed(root, 'GlacierJobParameters');
  const tier = (job && childNamed(job, 'Tier')?.text.trim()) ?? 'Standard';
  if (!/^[1-9]\d{0,8}$/.test(days) || !isTier(tier)) throw malformedXml();
  return { days: Number(days), tier };
}
