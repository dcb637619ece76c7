/**
 * What support needs to know, as one plain text. Pure.
 * SECURITY: made of the snapshot (which holds no secret) and of log lines that were redacted once; all of it
 * goes through `redactForSharing` again, and addresses are reduced to their hosts.
 */
import type { ActivityView } from '../contract/activity.ts';
import type { Failure } from '../contract/failure.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import { redactForSharing } from '../lib/redact.ts';
import type { Organisation } from '../settings/schema.ts';

export interface DiagnosticFacts {
  snapshot: Snapshot;
  organisations: readonly Organisation[];
  /** Newest first. */
  activities: readonly ActivityView[];
  /** Oldest first. */
  logLines: readonly string[];
  versions: Readonly<Record<string, string | undefined>>;
  /** Name and release of the system, its architecture, the desktop. */
  system: string;
  /** The person's home folder; written as `~`. */
  home: string;
}

export function diagnosticsText(facts: DiagnosticFacts): string {
  const { snapshot, home } = facts;
  const { app } = snapshot;
  const parts: [title: string, lines: readonly string[]][] = [
    ['Daypass', [`version ${app.version}`, `made at ${new Date(snapshot.at).toISOString()}`]],
    ['System', [facts.system, ...versionLines(facts), `official runtime: ${app.runtime.official}`]],
    ['Organisations', facts.organisations.map(organisationLine)],
    ['State', stateLines(snapshot)],
    ['Notices', snapshot.notices.map(({ failure }) => failureWords(failure))],
    ['Activity, newest first', facts.activities.map(activityLine)],
    ['Log, newest last', facts.logLines],
  ];
  const text = parts
    .map(([title, lines]) => [title, ...orNone(lines).map(oneLine)].join('\n  '))
    .join('\n\n');
  return `${redactForSharing(home === '' ? text : text.replaceAll(home, '~'))}\n`;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const orNone = (lines: readonly string[]) => (lines.length > 0 ? lines : ['none']);

function versionLines({ versions }: DiagnosticFacts): string[] {
  return ['electron', 'chrome', 'node'].map((name) => `${name} ${versions[name] ?? 'unknown'}`);
}

function organisationLine({ id, signInUrl, region, endpoints }: Organisation): string {
  const own = [
    endpoints?.sts && `STS at ${hostOf(endpoints.sts)}`,
    endpoints?.s3 && `S3 at ${hostOf(endpoints.s3)}`,
    endpoints?.console && `console at ${hostOf(endpoints.console)}`,
  ];
  return [`${id}: sign-in at ${hostOf(signInUrl)}, ${region}`, ...own].filter(Boolean).join(', ');
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'an address that can’t be read';
}

function stateLines({ app, passes, signin, keychain, transferTotals, preferences }: Snapshot): string[] {
  const sessions = ['active', 'ended', 'none'].map(
    (kind) => `${passes.filter(({ session }) => session.kind === kind).length} ${kind}`,
  );
  return [
    `demo ${app.demo}, configured ${app.configured}`,
    `${passes.length} passes; sessions: ${sessions.join(', ')}`,
    `sign-in ${signin.kind}, keychain ${keychain.kind}, ${transferTotals.count} transfers`,
    `preferences ${JSON.stringify(preferences)}`,
  ];
}

function activityLine({ at, kind, organisation, pass, detail, failure }: ActivityView): string {
  const who = [organisation?.id, pass?.label].filter(Boolean).join(' / ');
  const words = [new Date(at).toISOString(), kind, who, detail, failure && failureWords(failure)];
  return words.filter(Boolean).join(' · ');
}

function failureWords({ code, subject, raw, requestId }: Failure): string {
  const request = requestId === undefined ? null : `request ${requestId}`;
  return [code, subject, raw, request].filter(Boolean).join(' | ');
}
