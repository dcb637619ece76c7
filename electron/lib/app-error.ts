/** An expected failure: a code of the closed set, what it is about, and how trying again may help. */
import type { Failure, FailureCode, Retry } from '../contract/failure.ts';

interface Details {
  retry?: Retry;
  subject?: string;
  /** What the other side answered, word for word; redacted and cut by `toFailure`. */
  raw?: string;
  requestId?: string;
  cause?: unknown;
}

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: FailureCode;
  readonly details: Details;

  constructor(code: FailureCode, details: Details = {}) {
    super(code, { cause: details.cause });
    this.code = code;
    this.details = details;
  }
}

/** A failure that came from another process, as the error it was there. */
export function fromFailure({ code, retry, subject, raw, requestId }: Failure): AppError {
  return new AppError(code, {
    retry,
    ...(subject === undefined ? {} : { subject }),
    ...(raw === undefined ? {} : { raw }),
    ...(requestId === undefined ? {} : { requestId }),
  });
}

/** What may cross to the screen; anything that is not an `AppError` becomes `internal` with a reference. */
export function toFailure(
  error: unknown,
  redact: (text: string) => string,
  reference: () => string,
): Failure {
  if (!(error instanceof AppError)) return { code: 'internal', retry: 'now', requestId: reference() };
  const { retry = 'now', subject, raw, requestId } = error.details;
  return {
    code: error.code,
    retry,
    ...(subject === undefined ? {} : { subject: redact(subject).slice(0, 512) }),
    ...(raw === undefined ? {} : { raw: redact(raw).slice(0, 2000) }),
    ...(requestId === undefined ? {} : { requestId: requestId.slice(0, 200) }),
  };
}
