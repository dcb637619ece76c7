/**
 * Leaves the body's SHA-256 out of a signature where a signed CRC goes with it and nobody can change bytes on the way:
 * over TLS, or within this computer. The hash is most of what an upload costs otherwise. One world: the SDK.
 * Source: S3 API Reference, "Signature Calculations for the Authorization Header: Transferring Payload in a Single Chunk".
 */
import type { S3Client } from '@aws-sdk/client-s3';
import { isLoopbackHost } from '../contract/sign-in-address.ts';

interface Asked {
  protocol: string;
  hostname: string;
  headers: Record<string, string>;
}

export function leaveBodiesUnhashed(client: S3Client): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const { protocol, hostname, headers } = args.request as Asked;
      const safe = protocol === 'https:' || isLoopbackHost(hostname);
      if (safe && 'x-amz-checksum-crc32' in headers) headers['x-amz-content-sha256'] = 'UNSIGNED-PAYLOAD';
      return next(args);
    },
    { step: 'build', name: 'leaveBodiesUnhashed', priority: 'low' },
  );
}
