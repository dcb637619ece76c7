/**
 * What happened, as the screen may know it: who, when, and the failure's code and raw answer where there was
 * one. SECURITY: no field is made for anything secret. Pure.
 */
import type { Failure } from './failure.ts';

export type ActivityKind =
  | 'appStarted'
  | 'signinBegan'
  /** The company answered with roles to choose from. */
  | 'signinAnswered'
  | 'signinFailed'
  | 'passRefused'
  | 'passKept'
  | 'passRemoved'
  | 'sessionBegan'
  | 'sessionRenewed'
  /** Read back from the keychain. */
  | 'sessionRestored'
  | 'sessionEnded'
  /** Dropped before its time: signed out, or forgotten with its pass. */
  | 'sessionDropped'
  | 'credentialsCopied'
  | 'consoleLinkCopied'
  | 'readLinkCopied'
  | 'replaceLinkCopied'
  | 'uploadBegan'
  | 'uploadWentOn'
  | 'uploadFinished'
  | 'uploadFailed'
  | 'uploadCancelled'
  | 'downloadBegan'
  /** Left by an earlier start. */
  | 'downloadWentOn'
  | 'downloadFinished'
  /** All of it, or files of it. */
  | 'downloadFailed'
  | 'downloadCancelled'
  | 'keychainFailed'
  | 'keychainWorks'
  | 'settingsChanged'
  | 'noticeRaised';

export interface ActivityView {
  /** Grows with each; no two share one. */
  id: number;
  at: number;
  kind: ActivityKind;
  /** Names as they were then, so that the line stays readable when the pass is gone. */
  organisation: { id: string; name: string } | null;
  pass: { id: string; label: string } | null;
  /** What else belongs to the line: a host, a format, a file's name, a time. */
  detail: string | null;
  failure: Failure | null;
}
