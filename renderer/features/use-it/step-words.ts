/** The steps of the check as words. Exhaustive by type. Pure. */
import type { WiringReport, WiringStep } from '../../../electron/contract/handout.ts';

export const stepTitles: Record<WiringStep['kind'], Record<WiringStep['state'], string>> = {
  profile: {
    ok: 'The profile is there',
    warning: 'The profile is there, but not alone',
    failed: 'The profile is not as it should be',
    skipped: 'There is no profile yet',
  },
  command: {
    ok: 'It calls this Daypass',
    warning: 'It calls this Daypass, but not as it should',
    failed: 'It doesn’t call this Daypass',
    skipped: 'What it calls was not looked at',
  },
  answer: {
    ok: 'It answers',
    warning: 'It answers slowly',
    failed: 'It doesn’t answer',
    skipped: 'It was not asked',
  },
  aws: {
    ok: 'AWS accepts the answer',
    warning: 'AWS accepts it, but not as expected',
    failed: 'AWS doesn’t accept the answer',
    skipped: 'AWS was not asked',
  },
  shadow: {
    ok: 'Nothing wins over it',
    warning: 'Something wins over it',
    failed: 'Something wins over it',
    skipped: 'What could win over it was not looked for',
  },
};

/** What the mark says, for those who do not see it. */
export const stepWords: Record<WiringStep['state'], string> = {
  ok: 'in order',
  warning: 'to be mended',
  failed: 'does not work',
  skipped: 'left out',
};

/** What is said below the title where main found nothing to say. */
export function stepDetail({ kind, state, detail }: WiringStep, { tookMs }: WiringReport): string | null {
  if (detail !== null || state !== 'ok') return detail;
  if (kind === 'answer' && tookMs !== null) return `In ${lengthWords(tookMs)}.`;
  if (kind !== 'shadow') return null;
  return 'No variable in a shell’s start-up file, no keys of the same name in the credentials file.';
}

function lengthWords(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** A path or an ARN, not a sentence. */
export function isName(detail: string): boolean {
  return /^\S*[:/\\]\S+$/.test(detail);
}
