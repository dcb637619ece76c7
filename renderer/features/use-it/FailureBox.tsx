/** Why something here can't be used and what to do, with the way to look again where that helps. */
import type { Failure } from '../../../electron/contract/failure.ts';
import { failureRaw, failureText } from '../../text/failure-text.ts';
import { Button } from '../../ui/Button.tsx';
import { RawAnswer } from '../../ui/Say.tsx';

export function FailureBox({ failure, onAgain }: { failure: Failure; onAgain?: () => void }) {
  const words = failureText(failure);
  const raw = failureRaw(failure);
  return (
    <div className="use-failure say-text" data-failure={failure.code} role="alert">
      <p>
        <b>{words.title}</b> {words.body} {words.next}
      </p>
      {raw && <RawAnswer raw={raw} />}
      {onAgain && (
        <div className="acts">
          <Button onPress={onAgain}>Look again</Button>
        </div>
      )}
    </div>
  );
}
