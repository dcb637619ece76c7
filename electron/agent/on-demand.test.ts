import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Failure } from '../contract/failure.ts';
import { createClock } from '../lib/clock.ts';
import type { Credentials } from '../session/credentials.ts';
import { DEFAULT_PREFERENCES, type Organisation, type Pass, type Preferences } from '../settings/schema.ts';
import type { SigninState } from '../signin/machine.ts';
import { createOnDemand } from './on-demand.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const corp = {
  id: 'corp',
  name: 'Corp',
  signInUrl: 'https://idp.corp.example/',
  region: 'eu-west-1',
} as Organisation;
const passOf = (id: string) => ({ id, label: id, organisation: 'corp', region: 'eu-west-1' }) as Pass;
const [reports, audit] = [passOf('reports'), passOf('audit')];
const done: SigninState = { kind: 'done', attempt: 1, organisation: 'corp', passes: {} };
const failed = (code: Failure['code']): SigninState => ({
  kind: 'failed',
  attempt: 1,
  organisation: 'corp',
  failure: { code, retry: 'now' },
});
const tick = () => vi.advanceTimersByTimeAsync(0);

/** A company whose sign-ins end when the test says so; `end` gives sessions to those it names. */
function house(onDemandSignIn: Preferences['onDemandSignIn'] = 'ask') {
  const clock = createClock();
  const live = new Map<string, Credentials>();
  const signedOut = new Set<string>();
  const running: { end: (state: SigninState) => void; over: Promise<SigninState> }[] = [];
  const begin = () => {
    let end = (_state: SigninState) => {};
    const over = new Promise<SigninState>((resolve) => {
      end = resolve;
    });
    running.push({ end, over });
    return over;
  };
  const signin = {
    running: vi.fn((): Promise<SigninState> | null => null),
    renew: vi.fn((_organisation: string, _passes: readonly string[]) => begin()),
    signInTo: vi.fn((_organisation: string) => begin()),
    failureOf: (_pass: string): Failure | null => null,
  };
  const notifier = { show: vi.fn(), withdraw: vi.fn() };
  const onDemand = createOnDemand({
    settings: {
      passes: () => [reports, audit],
      organisation: () => corp,
      preferences: () => ({ ...DEFAULT_PREFERENCES, onDemandSignIn }),
    },
    sessions: { credentials: (id) => live.get(id) ?? null, signedOut: (id) => signedOut.has(id) },
    signin,
    refusalOf: () => null,
    toFailure: () => ({ code: 'internal', retry: 'now' }),
    notifier,
    clock,
    log: () => {},
  });
  const give = (...passes: Pass[]) => {
    for (const { id } of passes) live.set(id, { accessKeyId: `ASIA ${id}` } as Credentials);
    onDemand.update();
  };
  const end = async (state: SigninState, ...passes: Pass[]) => {
    give(...passes);
    running.pop()?.end(state);
    await tick();
  };
  const ask = (pass: Pass, waitMs = 50_000) => onDemand.credentials(pass, { tool: 'aws', waitMs });
  return { ask, end, give, signin, notifier, signedOut, clock };
}

describe('a tool that asks', () => {
  it('is answered at once while the session lives, and nothing is opened', async () => {
    const { ask, give, signin } = house();
    give(reports);
    await expect(ask(reports)).resolves.toMatchObject({ accessKeyId: 'ASIA reports' });
    expect(signin.signInTo).not.toHaveBeenCalled();
  });

  it('waits for one sign-in with all the others that ask', async () => {
    const { ask, end, signin } = house();
    const all = Array.from({ length: 50 }, () => ask(reports));
    await tick();
    await end(done, reports, audit);
    expect(new Set(await Promise.all(all)).size).toBe(1);
    expect(signin.signInTo).toHaveBeenCalledTimes(1);
  });

  it('joins the sign-in that a person has begun', async () => {
    const { ask, end, signin } = house();
    const over = signin.signInTo('corp');
    signin.running.mockReturnValue(over);
    const asked = ask(reports);
    await tick();
    await end(done, reports);
    await asked;
    expect(signin.signInTo).toHaveBeenCalledTimes(1);
  });

  it('begins another sign-in for a pass that the one before did not take', async () => {
    const { ask, end, signin } = house();
    const first = ask(reports);
    const second = ask(audit);
    await tick();
    await end(done, reports);
    await first;
    await end(done, audit);
    await expect(second).resolves.toMatchObject({ accessKeyId: 'ASIA audit' });
    expect(signin.signInTo).toHaveBeenCalledTimes(2);
  });

  it('hears after its wait that the sign-in is still open, and the next one finds what it brought', async () => {
    const { ask, end } = house();
    const asked = ask(reports);
    const refused = expect(asked).rejects.toMatchObject({
      status: 504,
      message: 'sign-in to Corp still open, run again when you have signed in',
    });
    await vi.advanceTimersByTimeAsync(50_000);
    await refused;
    await end(done, reports);
    await expect(ask(reports)).resolves.toMatchObject({ accessKeyId: 'ASIA reports' });
  });

  it('hears why the sign-in failed, in one line', async () => {
    const { ask, end } = house();
    const asked = expect(ask(reports)).rejects.toThrow('Corp no longer offers you the role of reports');
    await tick();
    await end(failed('role-not-offered'));
    await asked;
  });

  it('is not shown the page again right after the person closed it', async () => {
    const { ask, end, signin } = house();
    const all = [ask(reports), ask(reports)].map((asked) => expect(asked).rejects.toThrow('was closed'));
    await tick();
    await end(failed('signin-cancelled'));
    await Promise.all(all);
    await expect(ask(reports)).rejects.toThrow('was closed');
    expect(signin.signInTo).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(10_000);
    void ask(reports).catch(() => undefined);
    await tick();
    expect(signin.signInTo).toHaveBeenCalledTimes(2);
  });
});

describe('a person who wants no window', () => {
  it('is not asked while the company remembers them', async () => {
    const { ask, end, signin, notifier } = house('silent');
    const asked = ask(reports);
    await tick();
    expect(signin.renew).toHaveBeenCalledWith('corp', ['reports', 'audit']);
    await end(done, reports, audit);
    await asked;
    expect(notifier.show).not.toHaveBeenCalled();
    expect(signin.signInTo).not.toHaveBeenCalled();
  });

  it('is told by a notification who asks for what, and the tool waits for the click', async () => {
    const { ask, end, signin, notifier } = house('silent');
    const asked = ask(reports);
    await tick();
    await end(failed('signin-needs-person'));
    const [, words, click] = notifier.show.mock.calls[0] ?? [];
    expect(words).toEqual({ title: 'aws asks for reports', body: 'Click to sign in to Corp.' });
    expect(signin.signInTo).not.toHaveBeenCalled();
    click();
    await end(done, reports);
    await asked;
    expect(notifier.withdraw).toHaveBeenCalledWith('handout-corp');
  });

  it('may sign in any other way meanwhile', async () => {
    const { ask, end, give } = house('silent');
    const asked = ask(reports);
    await tick();
    await end(failed('signin-needs-person'));
    give(reports);
    await expect(asked).resolves.toMatchObject({ accessKeyId: 'ASIA reports' });
  });

  it('who signed out by hand is not signed in again behind their back', async () => {
    const { ask, signin, notifier, signedOut } = house('ask');
    signedOut.add('reports');
    void ask(reports).catch(() => undefined);
    await tick();
    expect(signin.signInTo).not.toHaveBeenCalled();
    expect(signin.renew).not.toHaveBeenCalled();
    expect(notifier.show).toHaveBeenCalledTimes(1);
  });

  it('does not keep a tool waiting that asks for another pass, which was not signed out', async () => {
    const { ask, end, signin, notifier, signedOut } = house('ask');
    signedOut.add('reports');
    void ask(reports).catch(() => undefined);
    await tick();
    const other = ask(audit);
    await tick();
    await end(done, audit);
    await expect(other).resolves.toMatchObject({ accessKeyId: 'ASIA audit' });
    expect(signin.signInTo).toHaveBeenCalledTimes(1);
    expect(notifier.withdraw).not.toHaveBeenCalled();
  });

  it('who switched it off is not asked at all: the tool is refused at once', async () => {
    const { ask, signin, notifier } = house('never');
    await expect(ask(reports)).rejects.toMatchObject({ status: 503 });
    expect(signin.renew).not.toHaveBeenCalled();
    expect(notifier.show).not.toHaveBeenCalled();
  });
});
