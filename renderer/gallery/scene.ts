/** What a state of the gallery is made of: a snapshot, an S3, and what a person did before. */
import type { AwsProfileView, SetAwsProfileAnswer } from '../../electron/contract/aws-profile.ts';
import type { Failure } from '../../electron/contract/failure.ts';
import type { WiringReport } from '../../electron/contract/handout.ts';
import type { ImportFound, ImportPreview } from '../../electron/contract/import-preview.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { WorkOrder } from '../features/browser/actions/works/work.ts';
import type { BrowserState } from '../features/browser/browser-state.ts';
import type { Place } from '../features/browser/place.ts';
import type { PickerChoice } from '../features/sign-in/picker-memory.ts';
import type { Act } from './act-out.ts';
import type { S3Mood } from './fake-s3.ts';
import type { WorkAnswers } from './fake-work.ts';
import { calm, larkfield } from './people.ts';
import type { PreviewName } from './preview-shelf.ts';

export interface Scene {
  snapshot: Snapshot;
  window?: 'main' | 'popover' | 'signin';
  s3?: S3Mood;
  place?: Place;
  browser?: Partial<Pick<BrowserState, 'filter' | 'sort' | 'cursor' | 'facts'>>;
  /** What was typed and chosen in the picker of larkfield. */
  picker?: PickerChoice;
  refusal?: Failure;
  /** Reading this object was refused in this sign-in. */
  readRefused?: { pass: string; bucket: string; key: string; failure: Failure };
  /** The session of the shown pass ends after it has listed. */
  endsAfterListing?: boolean;
  /** The session of the shown pass ends once this is on screen. */
  endsAfter?: string;
  /** What is being done in S3, and what S3 says to it. */
  works?: readonly { order: WorkOrder; answers: WorkAnswers }[];
  /** What a person did, in order. */
  acts?: readonly Act[];
  /** Absent: nobody answers what stands in the config file. */
  profile?: AwsProfileView;
  /** What giving the profile a name is answered with. */
  answer?: SetAwsProfileAnswer;
  /** The shown pass agreed to pay for this bucket. */
  pays?: string;
  /** Why no link can be made. */
  linkFailure?: Failure;
  report?: WiringReport;
  found?: ImportFound;
  preview?: ImportPreview;
  /** This object's preview, alone. */
  objectPreview?: PreviewName;
  page?: 'all-failures';
}

/** The calm snapshot with some parts changed, showing one pass. */
export function showing(pass: string | null, part: Partial<Snapshot> = {}): Snapshot {
  return { ...calm, show: { seq: 1, pass }, ...part };
}

/** All passes, one of them being renewed without a person. */
export function renewing(pass: string): Snapshot['passes'] {
  return calm.passes.map((each) => ({ ...each, renewing: each.id === pass }));
}

/** One organisation, one pass that is signed out. */
export function signedOut(part: Partial<Snapshot> = {}): Snapshot {
  const passes = calm.passes
    .filter((pass) => pass.organisation === larkfield.id)
    .slice(0, 3)
    .map((pass) => ({ ...pass, session: { kind: 'none' } as const }));
  return showing('reports', { organisations: [larkfield], passes, ...part });
}

/** One organisation, no pass yet. */
export function nothingPinned(part: Partial<Snapshot> = {}): Snapshot {
  return showing(null, { organisations: [larkfield], passes: [], ...part });
}
