/** Words for an address that is not opened, and for what is worth knowing about one that is. Pure. */
import type { AddressedPlace, AddressTrouble } from '../../../electron/contract/s3-address.ts';
import { formatDateTime } from '../../text/format.ts';

const troubles: Readonly<Record<AddressTrouble, string>> = {
  'too-long': 'That is too long for an address.',
  scheme: 'That is no address of S3. One begins with s3://, https://, arn: or a bucket’s name.',
  'user-info': 'A name stands before the host, which hides whose host it is. Nothing was opened.',
  'foreign-host': 'This host is neither S3’s, nor the console’s, nor an S3 endpoint in your settings.',
  'not-s3': 'That is an address of AWS, but not of S3.',
  'bad-escape': 'A percent sign in it can’t be read. Copy the address again, or type the key after s3://.',
  'bucket-missing': 'The bucket’s name is missing.',
  'bucket-short': 'A bucket’s name has at least three letters.',
  'bucket-long': 'That is too long for a bucket’s name.',
  'bucket-name': 'A bucket’s name has only letters, digits, dots and hyphens.',
  'key-long': 'A key has at most 1,024 bytes.',
  wildcard: 'This names many buckets at once. Put one bucket’s name in place of the star.',
  'console-page': 'This page of the console shows no bucket and no object.',
  'other-arn': 'This ARN names no bucket, object or access point.',
  'multi-region':
    'This is a Multi-Region Access Point, which needs a kind of signature that Daypass does not make. Open one of its buckets by name.',
  'object-lambda':
    'This is an Object Lambda access point, which Daypass does not open. The bucket behind it opens by its name.',
  outposts: 'This is S3 on Outposts, which Daypass does not open.',
  tables: 'This is a table bucket, which is no place for files. Daypass does not open it.',
  isolated: 'This is in one of AWS’s closed networks, which Daypass does not serve.',
};

export function troubleWords(why: AddressTrouble): string {
  return troubles[why];
}

const partitions = new Map([
  ['aws', 'AWS’s ordinary regions'],
  ['aws-us-gov', 'AWS GovCloud'],
  ['aws-cn', 'AWS China'],
  ['aws-eusc', 'the AWS European Sovereign Cloud'],
]);

export function noPassWords({ endpoint, partition }: AddressedPlace): string {
  if (endpoint !== null) return `No pass of yours uses ${endpoint}.`;
  return `This address is in ${partitions.get(partition ?? '') ?? partition}, and no pass of yours is.`;
}

export function missingWords(key: string): string {
  return `S3 has no object named ${key.slice(key.lastIndexOf('/') + 1)} in this folder.`;
}

/** What an address said beside the place, and what became of it. */
export function asideWords({ signed, versionId, key }: AddressedPlace, now: number): string[] {
  const end =
    signed?.endsAt == null
      ? ''
      : ` The link itself ${signed.endsAt > now ? 'works until' : 'ended'} ${formatDateTime(signed.endsAt)}.`;
  return [
    ...(signed
      ? [`The link carried a signature of its own. It was not used: this pass asks for itself.${end}`]
      : []),
    ...(versionId !== null
      ? [`It names one version of ${key.split('/').at(-1)}, which is looked at beside the list.`]
      : []),
  ];
}
