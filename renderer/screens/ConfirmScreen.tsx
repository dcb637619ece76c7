/** The question about an odd answer as a full view of the main window, with what has to be said above it. */
import type { ComponentProps } from 'react';
import { Notices } from '../features/notices/Notices.tsx';
import { ConfirmAnswer } from '../features/sign-in/ConfirmAnswer.tsx';
import './main.css';

export function ConfirmScreen(props: ComponentProps<typeof ConfirmAnswer>) {
  return (
    <main className="picker-screen">
      <Notices />
      <ConfirmAnswer {...props} />
    </main>
  );
}
