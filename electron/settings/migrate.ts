/**
 * The road from a settings document of any version to the one this Daypass reads: one step a version. A newer
 * document is never touched. Pure.
 */

export type Migration =
  | { kind: 'current'; document: unknown }
  | { kind: 'newer'; version: number }
  /** Not a document with a version: the schema says what is wrong with it. */
  | { kind: 'unversioned'; document: unknown };

type Step = (document: Record<string, unknown>) => Record<string, unknown>;

/** `steps[n]` takes version n + 1 to n + 2; so the newest version that is read is one more than there are steps. */
const STEPS: readonly Step[] = [];

export function migrate(document: unknown, steps: readonly Step[] = STEPS): Migration {
  if (!isRecord(document)) return { kind: 'unversioned', document };
  const { version } = document;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return { kind: 'unversioned', document };
  const newest = steps.length + 1;
  if (version > newest) return { kind: 'newer', version };
  const walked = steps
    .slice(version - 1)
    .reduce((reached, step, index) => ({ ...step(reached), version: version + index + 1 }), document);
  return { kind: 'current', document: walked };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
