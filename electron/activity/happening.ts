/** One thing that happened, before it has its number and time; and the parts all kinds share. Pure. */
import type { ActivityView } from '../contract/activity.ts';
import type { PassView, Snapshot } from '../contract/snapshot.ts';

export type Happening = Omit<ActivityView, 'id' | 'at'>;

export const nothingMore = { organisation: null, pass: null, detail: null, failure: null } as const;

/** Who a pass is, by names as they are now. */
export function whoIs(pass: PassView, { organisations }: Pick<Snapshot, 'organisations'>) {
  const organisation = organisations.find(({ id }) => id === pass.organisation);
  return {
    organisation: { id: pass.organisation, name: organisation?.name ?? pass.organisation },
    pass: { id: pass.id, label: pass.label },
  };
}
