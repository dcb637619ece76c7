/** The text for the administrator after a refusal: what was asked, by whom, when. Only what we know. Pure. */
import type { Failure } from '../../../electron/contract/failure.ts';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { formatAccountId, formatDateTimeFull } from '../../text/format.ts';
import type { Place } from './place.ts';

/** `at`: when it was refused, epoch ms. The bucket's partition is the role's (AWS, "ARN format"). */
export function administratorText(pass: PassView, place: Place, failure: Failure, at: number): string {
  const partition = pass.roleArn.split(':')[1] ?? 'aws';
  const action = place.bucket === null ? 's3:ListAllMyBuckets' : 's3:ListBucket';
  const resource = place.bucket === null ? '*' : `arn:${partition}:s3:::${place.bucket}`;
  const facts = [
    formatDateTimeFull(at),
    failure.requestId && `request ${failure.requestId}`,
    pass.region && `region ${pass.region}`,
  ];
  return [
    `Please allow ${action} on ${resource}`,
    ...(place.prefix ? [`with the prefix ${place.prefix}`] : []),
    `for the role ${pass.roleArn} in account ${formatAccountId(pass.accountId)}.`,
    facts.filter(Boolean).join(', '),
  ].join('\n');
}
