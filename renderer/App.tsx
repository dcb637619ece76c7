/** Chooses the screen from the window's name and the snapshot; nothing else. */
import type { Snapshot } from '../electron/contract/snapshot.ts';
import { useSnapshotOrNull } from './bridge/use-api.ts';
import type { BrowserShelf } from './features/browser/browser-shelf.ts';
import { Prompts } from './features/prompts/Prompts.tsx';
import { SigninFrame } from './features/sign-in/SigninFrame.tsx';
import { ConfirmScreen } from './screens/ConfirmScreen.tsx';
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
  return (
    <>
      <Main snapshot={snapshot} shelf={shelf} />
      <Prompts />
    </>
  );
}

function Main({ snapshot, shelf }: { snapshot: Snapshot; shelf: BrowserShelf }) {
  if (!snapshot.app.configured) return <FirstRunScreen />;
  if (snapshot.signin.kind === 'confirming') return <ConfirmScreen signin={snapshot.signin} />;
  if (snapshot.signin.kind === 'choosingRoles') return <PickerScreen signin={snapshot.signin} />;
  return <MainScreen shelf={shelf} />;
}
