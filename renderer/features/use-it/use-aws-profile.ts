/** What stands in the config file for a pass, read again after every change and when the person comes back. */
import { useCallback, useEffect, useState } from 'react';
import type { AwsProfileView, SetAwsProfileAnswer } from '../../../electron/contract/aws-profile.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { useApi } from '../../bridge/use-api.ts';

/** What has to be answered before the name can be given. */
export type ProfileQuestion = Exclude<SetAwsProfileAnswer, { kind: 'done' }> & { name: string };

export interface AwsProfile {
  /** Null before the first answer. */
  view: AwsProfileView | null;
  /** Why it could not be read. */
  failure: Failure | null;
  busy: boolean;
  question: ProfileQuestion | null;
  look: () => void;
  /** Null takes the profile away. */
  set: (name: string | null, replace?: boolean) => Promise<void>;
  dropQuestion: () => void;
}

export function useAwsProfile(pass: string): AwsProfile {
  const api = useApi();
  const [view, setView] = useState<AwsProfileView | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [question, setQuestion] = useState<ProfileQuestion | null>(null);
  const [busy, setBusy] = useState(false);

  const look = useCallback(async () => {
    const reply = await api.look('awsProfile.look', { pass });
    setFailure(reply.ok ? null : reply.failure);
    if (reply.ok) setView(reply.value);
  }, [api, pass]);
  useEffect(() => {
    const again = () => void look();
    again();
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  }, [look]);

  async function set(name: string | null, replace = false) {
    setBusy(true);
    const reply = await api.order('pass.setAwsProfile', { pass, name, ...(replace && { replace }) });
    setBusy(false);
    if (!reply.ok) return;
    const answer = reply.value;
    setQuestion(answer.kind === 'done' || name === null ? null : { ...answer, name });
    await look();
  }
  return {
    view,
    failure,
    busy,
    question,
    look: () => void look(),
    set,
    dropQuestion: () => setQuestion(null),
  };
}
