/** The popover window: the passes, with what sign-in and notices have to say above them. */
import { Notices } from '../features/notices/Notices.tsx';
import { Popover } from '../features/popover/Popover.tsx';
import { SigninStatus } from '../features/sign-in/SigninStatus.tsx';

export function PopoverScreen() {
  return (
    <Popover
      lines={
        <>
          <Notices />
          <SigninStatus as="line" />
        </>
      }
    />
  );
}
