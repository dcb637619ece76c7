/** Chooses the screen from the window's name and the snapshot; nothing else. */
import { useSnapshotOrNull } from './bridge/use-api.ts';
import type { BrowserShelf } from './features/browser/browser-shelf.ts';
import { MainScreen } from './screens/MainScreen.tsx';

export function App({ shelf }: { window: string; shelf: BrowserShelf }) {
  const snapshot = useSnapshotOrNull();
  if (!snapshot) return null;
  return <MainScreen shelf={shelf} />;
}
