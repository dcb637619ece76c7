/** Why the last try for this pass brought no session, above what is still on screen. */
import { useState } from 'react';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { useApi } from '../../bridge/use-api.ts';
import { failureRaw, failureText } from '../../text/failure-text.ts';
import { signinAdministratorText } from '../../text/signin-administrator-text.ts';
import { AskAdministrator } from '../../ui/AskAdministrator.tsx';
import { SayLine } from '../../ui/Say.tsx';

export function PassFailure({ pass }: { pass: PassView }) {
  const { order, clock } = useApi();
  const [at] = useState(() => clock.now());
  if (!pass.failure) return null;
  const words = failureText(pass.failure);
  const ask = signinAdministratorText(pass.failure, pass, at);
  return (
    <SayLine
      icon="alert"
      tone="danger"
      title={words.title}
      body={`${words.body} ${words.next}`}
      more={ask && <AskAdministrator text={ask} onCopy={(text) => void order('text.copy', { text })} />}
      raw={failureRaw(pass.failure)}
      failure={pass.failure.code}
    />
  );
}
