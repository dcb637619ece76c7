/** A pass's time words and phase, as they change. */
import type { PassView } from '../../electron/contract/snapshot.ts';
import type { Phase } from '../../electron/contract/time.ts';
import { type PassTime, passPhase, passTime } from '../text/pass-time.ts';
import { useApi, useFromNow, useSnapshot } from './use-api.ts';

export function usePassPhase(pass: PassView): Phase {
  const { notifyMinutesBefore } = useSnapshot().preferences;
  return useFromNow((now) => passPhase(pass.session, now, notifyMinutesBefore));
}

/** Renders again when the words change, not at every tick. */
export function usePassTime(pass: PassView): PassTime {
  const { notifyMinutesBefore } = useSnapshot().preferences;
  const { clock } = useApi();
  const read = (now: number) => passTime(pass.session, now, notifyMinutesBefore);
  useFromNow((now) => read(now).spoken);
  return read(clock.ticked());
}
