/** A program as a customer would write it with AWS's SDK: the default provider chain, nothing of Daypass. */
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';

const client = new S3Client({ endpoint: String(process.argv[2]), forcePathStyle: true, region: 'eu-west-1' });
const { Buckets = [] } = await client.send(new ListBucketsCommand({}));
for (const { Name } of Buckets) process.stdout.write(`${Name}\n`);
