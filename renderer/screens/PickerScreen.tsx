/** The role picker as a full view of the main window, with what has to be said above it. */
import type { ComponentProps } from 'react';
import { Notices } from '../features/notices/Notices.tsx';
import { RolePicker } from '../features/sign-in/RolePicker.tsx';
import './main.css';

export function PickerScreen(props: ComponentProps<typeof RolePicker>) {
  return (
    <main className="picker-screen">
      <Notices />
      <RolePicker {...props} />
    </main>
  );
}
