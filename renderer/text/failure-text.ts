/** Failure code → words. Exhaustive by type: a new code does not compile until it has words. Pure. */
import type { Failure, FailureCode } from '../../electron/contract/failure.ts';
import { awsConfigFailureText } from './failure-text-aws-config.ts';
import { consoleFailureText } from './failure-text-console.ts';
import { handoutFailureText } from './failure-text-handout.ts';
import { networkFailureText } from './failure-text-network.ts';
import { s3FailureText } from './failure-text-s3.ts';
import { settingsFailureText } from './failure-text-settings.ts';
import { signinFailureText } from './failure-text-signin.ts';
import { stsFailureText } from './failure-text-sts.ts';
import { type FailureWords, fillSubject } from './failure-words.ts';
import { formatStorageClass } from './format.ts';

const words: Record<FailureCode, readonly [title: string, body: string, next: string]> = {
  ...signinFailureText,
  ...stsFailureText,
  ...settingsFailureText,
  ...s3FailureText,
  ...networkFailureText,
  ...handoutFailureText,
  ...consoleFailureText,
  ...awsConfigFailureText,
};

export function failureText(failure: Failure): FailureWords {
  const [title, body, next] = words[failure.code];
  const { code } = failure;
  const subject =
    code === 's3-archived' && failure.subject ? formatStorageClass(failure.subject) : failure.subject;
  const fill = (text: string) => fillSubject(text, subject);
  return { title: fill(title), body: fill(body), next: fill(next) };
}

/** What the other side answered, word for word, with its request id; null when it said nothing. */
export function failureRaw(failure: Failure): string | null {
  const request = failure.requestId ? `request ${failure.requestId}` : null;
  return [failure.raw, request].filter((line) => line != null).join('\n') || null;
}
