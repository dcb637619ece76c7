// @ts-check
// The peers of the figures of transfers, in the same kind of process as ours: AWS's own upload by parts and its one
// stream of an object, both as they are set up by default. Told what to do by a message, answers what it took.
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { GetObjectCommand, HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';

const port = /** @type {any} */ (process).parentPort;

port.once('message', async (/** @type {any} */ { data }) => {
  const { kind, endpoint, bucket, key, file } = data;
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c' };
  const client = new S3Client({ endpoint, region: 'eu-west-1', forcePathStyle: true, credentials });
  try {
    // Connection and code are warm.
    await client.send(new HeadBucketCommand({ Bucket: bucket }));
    const startedAt = performance.now();
    const before = process.cpuUsage();
    if (kind === 'upload') {
      const params = { Bucket: bucket, Key: key, Body: createReadStream(file) };
      await new Upload({ client, params }).done();
    } else {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      await pipeline(/** @type {import('node:stream').Readable} */ (Body), createWriteStream(file));
    }
    const { user, system } = process.cpuUsage(before);
    port.postMessage({ ms: performance.now() - startedAt, cpuMs: (user + system) / 1000 });
  } catch (error) {
    port.postMessage({ failed: String(error) });
  }
});
