/** The failures of a work by their reason, and as a list to hand on. Pure. */
import { MOST_COPIED } from '../../../../../electron/contract/copy-limit.ts';
import type { Failure } from '../../../../../electron/contract/failure.ts';
import type { Target, WorkFailure } from '../../../../../electron/contract/s3-work.ts';
import { failureText } from '../../../../text/failure-text.ts';

export interface FailureGroup {
  /** The first of its kind: its raw answer stands for all. */
  failure: Failure;
  targets: readonly Target[];
}

/** In the order in which the reasons came. */
export function failureGroups(failures: readonly WorkFailure[]): FailureGroup[] {
  const groups = new Map<string, { failure: Failure; targets: Target[] }>();
  for (const { failure, target } of failures) {
    const reason = `${failure.code} ${failure.denial?.action ?? ''}`;
    const group = groups.get(reason) ?? { failure, targets: [] };
    group.targets.push(target);
    groups.set(reason, group);
  }
  return [...groups.values()];
}

/** A failure of one among many: its own subject would name only the first. */
export function reasonOf({ subject: _, ...failure }: Failure) {
  return failureText(failure);
}

export const keyOf = (target: Target) => (target.kind === 'object' ? target.key : target.prefix);

/** A line each, key and reason apart by a tab, cut to what the clipboard takes. */
export function failureList(bucket: string, failures: readonly WorkFailure[]): string {
  let length = 0;
  const lines: string[] = [];
  for (const { target, failure } of failures) {
    const version = target.kind === 'object' && target.version !== null ? `?versionId=${target.version}` : '';
    const line = `s3://${bucket}/${keyOf(target)}${version}\t${reasonOf(failure).title}`;
    length += line.length + 1;
    if (length > MOST_COPIED) break;
    lines.push(line);
  }
  return lines.join('\n');
}
