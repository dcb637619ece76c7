/** What is decided for all passes, how to decide otherwise, and what the administrator has decided. */
import type { PreferencesView } from '../../../electron/contract/snapshot.ts';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';

export function usePreferences() {
  const { order } = useApi();
  const { preferences, managed } = useSnapshot();
  return {
    preferences,
    set: (change: Partial<PreferencesView>) => void order('preferences.set', change),
    isManaged: (name: keyof PreferencesView) => managed?.preferences.includes(name) ?? false,
  };
}
