/** The doors that are fuzzed, each as: bytes in, a plain answer or the code of an `AppError` out. */
import { AppError } from '../../electron/lib/app-error.ts';
import { type Assertion, readAssertion } from '../../electron/signin/assertion.ts';

/** Anything but an `AppError` goes on its way: that is the crash being looked for. */
export function orCode<T>(act: () => T): T | string {
  try {
    return act();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

export function read(bytes: Uint8Array, now: number): Assertion | string {
  return orCode(() => readAssertion(Buffer.from(bytes).toString('base64'), now));
}

/** Offers as `role,provider`, or a code. */
export function answerTo(bytes: Uint8Array, now: number): string[] | string {
  const answer = read(bytes, now);
  if (typeof answer === 'string') return answer;
  return answer.offers.map(({ roleArn, providerArn }) => `${roleArn},${providerArn}`);
}
