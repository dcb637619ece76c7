/** In the facts of an object: that reading it was refused in this sign-in, why, and the text for the administrator. */
import { useContext, useSyncExternalStore } from 'react';
import { scopeNow } from '../../../electron/contract/scope.ts';
import { clockWords } from '../../../electron/contract/time.ts';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { denialAdministratorText } from '../../text/denial-administrator-text.ts';
import { denialSentence, denialWords, likelyCauses, signingInHelps } from '../../text/denial-words.ts';
import { failureRaw, failureText } from '../../text/failure-text.ts';
import { AskAdministrator } from '../../ui/AskAdministrator.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { RawAnswer } from '../../ui/Say.tsx';
import { type Refused, RefusedActionsContext } from './refused-actions.ts';
import { WiderScope } from './WiderScope.tsx';

export type ReadRefusal = Refused & { sameObject: boolean };

const nothing = () => () => undefined;

export function useReadRefusal(pass: string, bucket: string, key: string): ReadRefusal | null {
  const refused = useContext(RefusedActionsContext);
  // The moment tells one refusal from another, and is a primitive.
  useSyncExternalStore(refused?.subscribe ?? nothing, () => refused?.reading(pass, bucket, key)?.at ?? 0);
  return refused?.reading(pass, bucket, key) ?? null;
}

interface ReadRefusedProps {
  refusal: ReadRefusal;
  passId: string;
  bucket: string;
  objectKey: string;
}

export function ReadRefused({ refusal, passId, bucket, objectKey }: ReadRefusedProps) {
  const { order, clock } = useApi();
  const pass = useSnapshot().passes.find(({ id }) => id === passId);
  if (!pass) return null;
  const { failure, at, sameObject } = refusal;
  const asked = { kind: 'read', bucket, key: objectKey } as const;
  const raw = failureRaw(failure);
  const time = clockWords(at, clock.now());
  if (!sameObject) {
    return (
      <p className="read-refused small">
        Reading another object of this bucket was refused at {time}. This one can still be tried.
      </p>
    );
  }
  const { denial } = failure;
  const text = failureText(failure);
  const scope = scopeNow(pass);
  const words = denialWords(asked, denial, scope);
  const wider = signingInHelps(denial, scope);
  const causes = denial ? likelyCauses(asked, denial) : [];
  return (
    <section className="read-refused small" data-failure={failure.code}>
      <p className="is-danger strong">
        {denial && !denial.kms ? 'This pass may not read this object.' : text.title}
      </p>
      <p>
        {denial ? `${denialSentence(words)} ${words.next}` : `${text.body} ${text.next}`} Asked at {time}; it
        can still be tried.
      </p>
      {causes.length > 0 && (
        <details>
          <summary>
            <Icon name="chev" size={12} />
            What it usually is
          </summary>
          <ul>
            {causes.map((cause) => (
              <li key={cause}>{cause}</li>
            ))}
          </ul>
        </details>
      )}
      {wider && <WiderScope pass={pass.id} />}
      {denial && !wider && (
        <AskAdministrator
          text={denialAdministratorText(pass, asked, failure, at)}
          onCopy={(text) => void order('text.copy', { text })}
        />
      )}
      {raw && <RawAnswer raw={raw} words="What AWS answered, word for word" />}
    </section>
  );
}
