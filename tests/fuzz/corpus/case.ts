/** One file of the corpus: what it is, its bytes, and what reading it must answer. */
import type { FailureCode } from '../../../electron/contract/failure.ts';

export interface Case {
  name: string;
  xml: string | Uint8Array;
  /** Offers as `role,provider`, in order, or the code of the refusal. */
  expected: readonly string[] | FailureCode;
}
