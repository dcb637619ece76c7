/** Whether a request that failed is worth another try, and how long to wait before it. Pure. */

export type Verdict = 'slower' | 'again' | 'final';

interface Failed {
  name?: string;
  message?: string;
  code?: string;
  $metadata?: { httpStatusCode?: number };
}

/** S3 API Reference, "Error responses"; 503 without a name is a proxy's or S3's own. */
const SLOWER = [
  'SlowDown',
  'ServiceUnavailable',
  'Throttling',
  'ThrottlingException',
  'RequestLimitExceeded',
  'TooManyRequests',
  'BandwidthLimitExceeded',
];
/** The last four: what S3 got was not what was sent, or the answer not what S3 said. */
const AGAIN = [
  ...['InternalError', 'RequestTimeout', 'OperationAborted', 'TimeoutError'],
  ...['BadDigest', 'IncompleteBody', 'XAmzContentSHA256Mismatch', 'XAmzContentChecksumMismatch'],
];
const network = /^(ECONN|EAI_AGAIN|EHOST|ENET|EPIPE|ETIMEDOUT)/;

const TRIES: Record<Verdict, number> = { slower: 12, again: 3, final: 1 };
const FIRST_WAIT_MS: Record<Verdict, number> = { slower: 200, again: 50, final: 0 };
const LONGEST_WAIT_MS = 5_000;

export function verdictOn(error: unknown): Verdict {
  const { name = '', message = '', code = '', $metadata } = (error ?? {}) as Failed;
  const status = $metadata?.httpStatusCode ?? 0;
  if (SLOWER.includes(name) || status === 429 || status === 503) return 'slower';
  if (AGAIN.includes(name) || status >= 500) return 'again';
  // A server may close a connection just as it is used again, or in the midst of a page.
  if (network.test(code) || /socket hang up|^aborted$|terminated|premature/i.test(message)) return 'again';
  return 'final';
}

/** Null: no more tries. `tried`: how often already; `chance`: 0 to 1, so that many don't come back at once. */
export function waitBefore(verdict: Verdict, tried: number, chance: number): number | null {
  if (tried >= TRIES[verdict]) return null;
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS[verdict] * 2 ** (tried - 1));
  return longest / 2 + (longest / 2) * chance;
}
