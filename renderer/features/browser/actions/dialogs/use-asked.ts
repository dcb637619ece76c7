/** What a dialog asks S3 for while it is open: one answer, or a running count. Stops asking when it closes. */
import { useEffect, useState } from 'react';
import type { Failure } from '../../../../../electron/contract/failure.ts';
import type { S3Answer } from '../../../../../electron/contract/s3-port.ts';
import type { S3Start } from '../../../../bridge/s3-port.ts';
import { useApi } from '../../../../bridge/use-api.ts';

export interface Asked<K extends S3Answer['kind']> {
  /** The newest answer; null before the first. */
  answer: Extract<S3Answer, { kind: K }> | null;
  failure: Failure | null;
}

/** `start` stays the same object while the question is the same; null: nothing is asked. */
export function useAsked<K extends S3Answer['kind']>(kind: K, start: S3Start | null): Asked<K> {
  const { s3 } = useApi();
  const nothing: Asked<K> = { answer: null, failure: null };
  const [asked, setAsked] = useState({ start, ...nothing });
  useEffect(() => {
    if (start === null) return;
    const isWanted = (answer: S3Answer): answer is Extract<S3Answer, { kind: K }> => answer.kind === kind;
    setAsked({ start, answer: null, failure: null });
    const call = s3.start(start, {
      answer(answer) {
        if (answer.kind === 'failed') setAsked((before) => ({ ...before, start, failure: answer.failure }));
        else if (isWanted(answer)) setAsked({ start, answer, failure: null });
      },
      lost: () =>
        setAsked((before) => ({ ...before, start, failure: { code: 's3-process-died', retry: 'now' } })),
    });
    return () => call.stop();
  }, [s3, kind, start]);
  return asked.start === start ? asked : nothing;
}
