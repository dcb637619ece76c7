/** Under the form: who could use the link, or how long it stays on the clipboard; and the way to copy it. */
import type { LinkWish } from '../../../../electron/contract/link.ts';
import { useFromNow, useSnapshot } from '../../../bridge/use-api.ts';
import { historyWords } from '../../../text/copy-words.ts';
import { Button } from '../../../ui/Button.tsx';

interface LinkFootProps {
  method: LinkWish['method'];
  /** When the clipboard lets go of it; null: nothing was copied. */
  clearsAt: number | null;
  ready: boolean;
  onClose: () => void;
}

export function LinkFoot({ method, clearsAt, ready, onClose }: LinkFootProps) {
  const { app } = useSnapshot();
  const seconds = useFromNow((now) => Math.max(0, Math.ceil(((clearsAt ?? 0) - now) / 1000)));
  const may = method === 'GET' ? 'read' : 'replace';
  return (
    <footer>
      <p className="small dim grow">
        {clearsAt === null
          ? `Anyone who has the link can ${may} this object. It is noted in Activity.`
          : seconds > 0 && `Cleared from the clipboard in ${seconds} s${historyWords[app.clipboardHistory]}.`}
      </p>
      <span role="status">{clearsAt !== null && 'Link copied'}</span>
      <Button onPress={onClose}>{clearsAt === null ? 'Cancel' : 'Close'}</Button>
      <Button type="submit" look="primary" icon="copy" shortcut="⏎" isDisabled={!ready}>
        Copy link
      </Button>
    </footer>
  );
}
