/** In the facts of an object: that reading it was refused in this sign-in, why, and the text for the administrator. */
import { useContext, useSyncExternalStore } from 'react';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { clockWords } from '../../../electron/contract/time.ts';
import { useApi } from '../../bridge/use-api.ts';
import { AccessRefused } from './AccessRefused.tsx';
import { type Refused, RefusedActionsContext } from './refused-actions.ts';

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
  pass: PassView;
  bucket: string;
  objectKey: string;
  /** Where it is asked again from here. */
  onAgain?: (() => void) | undefined;
}

export function ReadRefused({ refusal, pass, bucket, objectKey, onAgain }: ReadRefusedProps) {
  const { clock } = useApi();
  if (refusal.sameObject) {
    const asked = { kind: 'read', bucket, key: objectKey } as const;
    return <AccessRefused pass={pass} asked={asked} refused={refusal} onAgain={onAgain} />;
  }
  return (
    <p className="read-refused small">
      Reading another object of this bucket was refused at {clockWords(refusal.at, clock.now())}. This one can
      still be tried.
    </p>
  );
}
