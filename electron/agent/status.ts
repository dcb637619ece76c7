/** What `daypass status` prints, for people and for programs. SECURITY: nothing of a session but its times. Pure. */
import type { SessionView } from '../contract/snapshot.ts';

export interface PassStatus {
  id: string;
  label: string;
  organisation: string;
  accountId: string;
  roleName: string;
  region: string;
  awsProfile: string | null;
  session: SessionView;
}

export function statusJson(statuses: readonly PassStatus[]): string {
  const passes = statuses.map(({ session, ...pass }) => ({
    ...pass,
    state: session.kind === 'none' ? 'signedOut' : session.kind,
    expiresAt: session.kind === 'active' ? new Date(session.expiresAt).toISOString() : null,
    scope: session.kind === 'active' ? session.scope : null,
  }));
  return `${JSON.stringify({ passes })}\n`;
}

export function statusLines(statuses: readonly PassStatus[], now: number): string {
  if (statuses.length === 0) return 'No pass yet: sign in with Daypass first.\n';
  const rows = statuses.map(({ label, accountId, roleName, session }) => [
    label.replace(/\p{Cc}/gu, ' '),
    stateWords(session, now),
    `${roleName} in ${accountId}`,
  ]);
  const width = (column: number) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length));
  const [first, second] = [width(0), width(1)];
  return rows
    .map(
      ([label = '', state = '', role = '']) => `${padded(label, first)}  ${padded(state, second)}  ${role}\n`,
    )
    .join('');
}

function padded(words: string, width: number): string {
  return words + ' '.repeat(width - [...words].length);
}

function stateWords(session: SessionView, now: number): string {
  switch (session.kind) {
    case 'none':
      return 'signed out';
    case 'ended':
      return 'ended';
    case 'active': {
      const minutes = Math.floor((session.expiresAt - now) / 60_000);
      if (minutes < 1) return 'active, less than 1 min';
      const hours = Math.floor(minutes / 60);
      return `active, ${hours > 0 ? `${hours} h ` : ''}${minutes % 60} min`;
    }
  }
}
