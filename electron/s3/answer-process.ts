/** Main's answers to a process that works with S3. SECURITY: only these, and only to processes that main started. */
import type { Failure } from '../contract/failure.ts';
import type { Prompts } from '../network/prompts.ts';
import type { Network } from '../network/service.ts';
import type { MainAnswer, MainAsk, S3Session } from './messages.ts';
import type { NextSessionOf } from './next-sessions.ts';

export interface AnswerParts {
  /** Null when the pass has no live session. */
  sessionOf: (pass: string) => S3Session | null;
  nextSessionOf: NextSessionOf;
  network: Pick<Network, 'proxyFor'>;
  prompts: Pick<Prompts, 'password'>;
  toFailure: (error: unknown) => Failure;
}

/** Never rejects: what can't be answered is a refusal. */
export function answersOfMain(parts: AnswerParts): (asked: MainAsk) => Promise<MainAnswer> {
  const answer = async (asked: MainAsk): Promise<MainAnswer> => {
    const { ask } = asked;
    if (asked.kind === 'needSession') return { kind: 'session', ask, session: parts.sessionOf(asked.pass) };
    if (asked.kind === 'needNextSession')
      return { kind: 'session', ask, session: await parts.nextSessionOf(asked.pass, asked.after) };
    const { organisation } = asked;
    if (asked.kind === 'needProxy')
      return { kind: 'proxy', ask, ways: await parts.network.proxyFor(organisation, asked.origin) };
    const { host, realm, rejected } = asked;
    const wanted = { kind: 'proxyPassword', organisation, host, realm, rejected } as const;
    return { kind: 'password', ask, credentials: await parts.prompts.password(wanted) };
  };
  return (asked) =>
    answer(asked).catch((error: unknown) => ({
      kind: 'refused',
      ask: asked.ask,
      failure: parts.toFailure(error),
    }));
}
