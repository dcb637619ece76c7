/** How the panel reaches what is asked of an object; it asks once the cursor stays, and only while the session lives. */
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { PassView } from '../../../../electron/contract/snapshot.ts';
import { useAddresses } from '../use-address.ts';
import type { Inspection, Subject } from './inspection.ts';
import type { Known, Question } from './question.ts';
import { createSettler, waitInWindow } from './settle.ts';
import type { Told } from './told.ts';

/** `listed`: what the list tells of the key; another size or date is another object. */
export function useInspection(pass: PassView, subject: Subject, listed: Told | null): Inspection {
  const { inspections } = useAddresses().shelf;
  const { bucket, key, version } = subject;
  const session = pass.session.kind === 'none' ? 0 : pass.session.startedAt;
  const stamp = JSON.stringify([session, listed?.sizeBytes, listed?.modifiedAt]);
  return useMemo(
    () => inspections.of({ pass: pass.id, bucket, key, version }, stamp),
    [inspections, pass.id, bucket, key, version, stamp],
  );
}

/** What the list told last stays true while the names come anew and this one is still to come. */
export function useListed<T>(key: string, row: T | null, complete: boolean): T | null {
  const last = useRef({ key, row });
  if (row || complete || last.current.key !== key) last.current = { key, row };
  return last.current.row;
}

export function useKnown<T>(question: Question<T>): Known<T> {
  return useSyncExternalStore(question.subscribe, question.current);
}

export function useWanted<T>(question: Question<T>, live: boolean): Known<T> {
  const [settler] = useState(() => createSettler(waitInWindow));
  useEffect(() => (live ? settler.arrive(() => question.want()) : undefined), [settler, question, live]);
  return useKnown(question);
}
