/** Why the last try for this pass brought no session, above what is still on screen. */
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { failureRaw, failureText } from '../../text/failure-text.ts';
import { SayLine } from '../../ui/Say.tsx';

export function PassFailure({ pass }: { pass: PassView }) {
  if (!pass.failure) return null;
  const words = failureText(pass.failure);
  return (
    <SayLine
      icon="alert"
      tone="danger"
      title={words.title}
      body={`${words.body} ${words.next}`}
      raw={failureRaw(pass.failure)}
      failure={pass.failure.code}
    />
  );
}
