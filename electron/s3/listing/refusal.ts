/** An answer of S3 that is no list, as an error in the shape that the SDK's have. Pure. */
import { resolveEntities } from './page-text.ts';

export class S3Refusal extends Error {
  readonly $metadata: { httpStatusCode: number; requestId?: string };
  readonly $response: { headers: Record<string, string> };
  /** Where S3 says the bucket is. */
  readonly region: string | null;

  constructor(status: number, headers: Readonly<Record<string, string>>, body: Uint8Array) {
    const text = new TextDecoder().decode(body.subarray(0, MOST_BYTES));
    const code = inside(text, 'Code');
    super(inside(text, 'Message') ?? text.slice(0, 500));
    this.name = code ?? (status === 503 || status === 429 ? 'SlowDown' : `HTTP ${status}`);
    this.$response = { headers: { ...headers } };
    const requestId = headers['x-amz-request-id'] ?? inside(text, 'RequestId');
    this.$metadata = { httpStatusCode: status, ...(requestId ? { requestId } : {}) };
    this.region = (headers['x-amz-bucket-region'] ?? inside(text, 'Region'))?.slice(0, 64) ?? null;
  }

  /** The bucket is in another region than the one that was asked. */
  isElsewhere(): boolean {
    const { httpStatusCode: status } = this.$metadata;
    return (
      status === 301 ||
      status === 307 ||
      this.name === 'AuthorizationHeaderMalformed' ||
      this.name === 'IllegalLocationConstraintException'
    );
  }
}

const MOST_BYTES = 65_536;

function inside(text: string, element: string): string | null {
  const found = new RegExp(`<${element}>([^<]{0,4000})</${element}>`).exec(text)?.[1];
  return found === undefined ? null : resolveEntities(found);
}
