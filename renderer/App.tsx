/** Chooses the screen from the window's name and the snapshot; nothing else. */
import { useSnapshotOrNull } from './bridge/use-api.ts';
import type { BrowserShelf } from './features/browser/browser-shelf.ts';
import { SigninFrame } from './features/sign-in/SigninFrame.tsx';
import { FirstRunScreen } from './screens/FirstRunScreen.tsx';
import { MainScreen } from './screens/MainScreen.tsx';
import { PickerScreen } from './screens/PickerScreen.tsx';
import { PopoverScreen } from './screens/PopoverScreen.tsx';

/** `name`: `main`, `popover` or `signin`, from the address's hash. */
export function App({ name, shelf }: { name: string; shelf: BrowserShelf }) {
  const snapshot = useSnapshotOrNull();
  if (!snapshot) return null;
  if (name === 'signin') return <SigninFrame />;
  if (name === 'popover') return <PopoverScreen />;
  if (!snapshot.app.configured) return <FirstRunScreen />;
  if (snapshot.signin.kind === 'choosingRoles') return <PickerScreen signin={snapshot.signin} />;
  return <MainScreen shelf={shelf} />;
}
