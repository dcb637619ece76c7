/** What a screen learns of a pass's AWS profile: where it stands, and what else stands there. Pure. */
import { z } from 'zod';
import type { Failure } from './failure.ts';

/** What can stand in a header and on a command line without a sign that means something there. */
export const AwsProfileName = z
  .string()
  .regex(/^[A-Za-z0-9_.@-]{1,64}$/, 'letters, digits, _ . @ and - only, at most 64');

/** SECURITY: values that could be secret are left out before it gets here. */
export interface ShownLine {
  /** Counted from 1. */
  number: number;
  text: string;
  ours: boolean;
}

/** What stands in the way of a name: somebody's section, or another pass of ours. */
export interface TakenProfile {
  file: string;
  line: number;
  lines: ShownLine[];
  /** Label of the pass that has the name now; null when the section is somebody else's. */
  byPass: string | null;
}

export type SetAwsProfileAnswer =
  | { kind: 'done' }
  /** Asked again with `replace`, its lines are kept as comments and come back when ours go. */
  | ({ kind: 'taken' } & TakenProfile)
  /** Every tool that is given no profile would use this pass: to be asked again with `replace`. */
  | { kind: 'isDefault'; file: string };

export interface AwsProfileView {
  /** As the person knows it; it may be a link. */
  file: string;
  name: string | null;
  /** A name that is free, made of the pass's label. */
  suggested: string;
  /**
   * `changed`: ours, but not as it should be. `missing`: it has a name, and no section. `taken`: somebody else's
   * section has the name. `refused`: the file can't be used, see `failure`.
   */
  state: 'none' | 'ours' | 'changed' | 'missing' | 'taken' | 'refused';
  /** Where the section begins. */
  line: number | null;
  lines: ShownLine[];
  /** How many options in our section are somebody else's; they stay when it goes. */
  otherLines: number;
  /** Keys of the same name in the credentials file come first in most tools. */
  alsoInCredentialsFile: boolean;
  failure: Failure | null;
}
