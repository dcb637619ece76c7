/**
 * Which S3 can be asked for an access point by its ARN. Its name and account become part of the host, and that needs
 * AWS's own hosts or an endpoint with a name before which another can stand. Pure.
 * Source: S3 User Guide, "Referencing access points"; the SDK's endpoint rules refuse the others with less clear words.
 */
import { AppError } from '../lib/app-error.ts';

interface Endpoint {
  /** Null: AWS's own. */
  host: string | null;
  pathStyle: boolean;
}

/** Throws `s3-no-arn-here`. */
export function refuseArnAt({ host, pathStyle }: Endpoint, bucket: string): void {
  if (!bucket.startsWith('arn:') || host === null) return;
  if (pathStyle || isAddress(host)) throw new AppError('s3-no-arn-here', { retry: 'never', subject: host });
}

/** An IP address takes no name before it. */
const isAddress = (host: string) => /^[\d.]+$/.test(host) || host.includes(':');
