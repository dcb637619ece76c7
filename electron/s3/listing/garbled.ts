/** What a page of S3 says that it can't mean, as the failure the screen knows. Pure. */
import { AppError } from '../../lib/app-error.ts';

const SHOWN_CHARACTERS = 500;

/** `answer`: what came, of which the beginning is shown. */
export function garbled(why: string, answer?: Uint8Array): AppError {
  const said =
    answer === undefined ? '' : `\n${new TextDecoder().decode(answer.subarray(0, SHOWN_CHARACTERS))}`;
  return new AppError('s3-answer-garbled', { raw: `${why}${said}` });
}
