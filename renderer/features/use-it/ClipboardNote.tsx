/** That this pass's credentials are on the clipboard, for how long still, and the way to take them away now. */
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { useApi, useFromNow, useSnapshot } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';
import { Ring } from '../../ui/Ring.tsx';

/** The ring counts hours; here its hour is the time until the clipboard is cleared. */
const WHOLE_RING = 3_600_000;

export function ClipboardNote({ pass }: { pass: PassView }) {
  const { order } = useApi();
  const { clipboard, preferences } = useSnapshot();
  const seconds = useFromNow((now) => Math.max(0, Math.ceil(((clipboard?.clearsAt ?? 0) - now) / 1000)));
  if (clipboard?.pass !== pass.id || seconds === 0) return null;
  const left = Math.min(1, seconds / preferences.clipboardClearSeconds);
  return (
    <>
      <div className="use-clip is-active">
        <Ring time={{ grantedMs: WHOLE_RING, leftMs: left * WHOLE_RING }} size={18} />
        <b role="status">
          {clipboard.format === 'consoleLink'
            ? 'The console’s link is on the clipboard.'
            : 'On the clipboard.'}
        </b>
        <span className="dim nb">Cleared in {seconds} s.</span>
      </div>
      <span className="grow" />
      <Button look="quiet" size="small" onPress={() => void order('clipboard.clear', {})}>
        Clear now
      </Button>
    </>
  );
}
