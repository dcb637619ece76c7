/**
 * What *Copy* copies, as a screen may show it. Pure. SECURITY: made without the secrets, so that none can be left in
 * it; the dots that take their places are a fixed picture.
 */
import type { WholeFormat } from '../contract/copy-format.ts';
import { copyText } from './formats/copy-text.ts';
import type { NamedSession } from './formats/handed-out.ts';

/** Every format takes them as they are; no region, label or address looks like one. */
const standIns = {
  accessKeyId: 'DaypassStandIn1',
  secretAccessKey: 'DaypassStandIn2',
  sessionToken: 'DaypassStandIn3',
};

export function shownLines(session: Omit<NamedSession, keyof typeof standIns>, format: WholeFormat): string {
  return copyText({ ...session, ...standIns }, format)
    .replaceAll(standIns.accessKeyId, '•'.repeat(12))
    .replaceAll(standIns.secretAccessKey, '•'.repeat(8))
    .replaceAll(standIns.sessionToken, '•'.repeat(8));
}
