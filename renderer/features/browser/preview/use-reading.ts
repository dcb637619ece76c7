/** The reading of the object that is looked at, begun when the eye rests on it and taken back when it leaves. */
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useApi } from '../../../bridge/use-api.ts';
import { FIRST_BYTES } from './limits.ts';
import { createReading, type Reading, type ReadObject, type ReadState } from './reading.ts';

interface Wanted extends ReadObject {
  /** As it was listed: another size is another content. */
  sizeBytes: number;
  etag: string | null;
}

/** Longer than a held key takes from row to row. */
const SETTLE_MS = 200;

export function useReading(wanted: Wanted, live: boolean): [ReadState, Reading] {
  const { s3 } = useApi();
  const { pass, bucket, key, version, sizeBytes, etag } = wanted;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another size is another content
  const reading = useMemo(
    () => createReading(s3, { pass, bucket, key, version }),
    [s3, pass, bucket, key, version, sizeBytes],
  );
  const state = useSyncExternalStore(reading.subscribe, reading.current);
  const isFirst = useRef(true);
  const newest = useRef(etag);
  newest.current = etag;
  const isEmpty = sizeBytes === 0;
  useEffect(() => {
    if (!live || isEmpty) return;
    const begin = () => {
      if (reading.current().bytes === null) reading.readTo(FIRST_BYTES, newest.current);
    };
    const timer = setTimeout(begin, isFirst.current ? 0 : SETTLE_MS);
    isFirst.current = false;
    return () => {
      clearTimeout(timer);
      reading.stop();
    };
  }, [reading, live, isEmpty]);
  useEffect(() => {
    const read = reading.current().etag;
    if (live && etag !== null && read !== null && read !== etag) reading.anew(FIRST_BYTES);
  }, [reading, live, etag]);
  return [state, reading];
}
