/** What happened → words. Exhaustive by type: a new kind does not compile until it has words. Pure. */
import type { ActivityKind, ActivityView } from '../../electron/contract/activity.ts';
import { copiedWords, isCopyFormat } from './copy-words.ts';
import { counted } from './format.ts';

/** What a person may look for. */
export type ActivityArea = 'signin' | 'session' | 'copy' | 'transfer' | 'settings';

export const areaNames: Record<ActivityArea, string> = {
  signin: 'Sign-ins',
  session: 'Passes and sessions',
  copy: 'Copies',
  transfer: 'Transfers',
  settings: 'Daypass itself',
};

interface KindWords {
  area: ActivityArea;
  /** `{pass}`, `{organisation}` and `{detail}` are put in. */
  title: string;
}

const words: Record<ActivityKind, KindWords> = {
  appStarted: { area: 'settings', title: 'Daypass {detail} started' },
  signinBegan: { area: 'signin', title: 'Sign-in to {organisation} began' },
  signinAnswered: { area: 'signin', title: '{organisation} answered with {detail} to choose from' },
  signinFailed: { area: 'signin', title: 'Sign-in to {organisation} failed' },
  passRefused: { area: 'signin', title: '{pass} was not signed in' },
  passKept: { area: 'session', title: '{pass} became a pass' },
  passRemoved: { area: 'session', title: '{pass} was removed' },
  sessionBegan: { area: 'session', title: '{pass} signed in' },
  sessionRenewed: { area: 'session', title: '{pass} renewed' },
  sessionRestored: { area: 'session', title: '{pass} read back from the keychain' },
  sessionEnded: { area: 'session', title: '{pass} ended' },
  sessionDropped: { area: 'session', title: '{pass} signed out' },
  credentialsCopied: { area: 'copy', title: 'Credentials of {pass} copied{detail}' },
  consoleLinkCopied: { area: 'copy', title: 'Console sign-in link of {pass} copied' },
  readLinkCopied: { area: 'copy', title: 'Link copied that reads {detail}' },
  replaceLinkCopied: { area: 'copy', title: 'Link copied that replaces {detail}' },
  uploadBegan: { area: 'transfer', title: 'Upload of {detail} began' },
  uploadWentOn: { area: 'transfer', title: 'Upload of {detail} went on' },
  uploadFinished: { area: 'transfer', title: '{detail} uploaded' },
  uploadFailed: { area: 'transfer', title: 'Upload of {detail} failed' },
  uploadCancelled: { area: 'transfer', title: 'Upload of {detail} cancelled' },
  downloadBegan: { area: 'transfer', title: 'Download of {detail} began' },
  downloadWentOn: { area: 'transfer', title: 'Download of {detail} went on' },
  downloadFinished: { area: 'transfer', title: '{detail} downloaded' },
  downloadFailed: { area: 'transfer', title: 'Download of {detail} failed' },
  downloadCancelled: { area: 'transfer', title: 'Download of {detail} cancelled' },
  keychainFailed: { area: 'settings', title: 'The keychain did not keep a session' },
  keychainWorks: { area: 'settings', title: 'The keychain works again' },
  settingsChanged: { area: 'settings', title: '{organisation} was {detail} in the settings' },
  noticeRaised: { area: 'settings', title: 'Something was said about the settings' },
};

export function activityArea({ kind }: ActivityView): ActivityArea {
  return words[kind].area;
}

export function activityTitle(activity: ActivityView): string {
  const names: Record<string, string> = {
    pass: activity.pass?.label ?? 'a pass that is gone',
    organisation: activity.organisation?.name ?? 'your company',
    detail: detailWords(activity),
  };
  return words[activity.kind].title.replace(/\{(\w+)\}/g, (_, name: string) => names[name] ?? '');
}

/** The line below, where the title does not say it all. */
export function activityPlace({ kind, organisation, pass, detail }: ActivityView): string {
  if (kind === 'signinBegan') return detail ? `at ${detail}` : '';
  if (kind === 'passKept') return detail ?? '';
  if (withPass.has(kind) || words[kind].area === 'transfer') return pass ? `with ${pass.label}` : '';
  return pass ? (organisation?.name ?? '') : '';
}

const withPass: ReadonlySet<ActivityKind> = new Set(['readLinkCopied', 'replaceLinkCopied']);

function detailWords({ kind, detail }: ActivityView): string {
  if (kind === 'signinAnswered') return counted(Number(detail), 'role');
  if (kind === 'credentialsCopied') return detail !== null && isCopyFormat(detail) ? copiedWords[detail] : '';
  return detail ?? '';
}
