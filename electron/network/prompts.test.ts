import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createPrompts, type PasswordAsk, type Prompts } from './prompts.ts';

const changed = vi.fn();
const needsPerson = vi.fn();
let prompts: Prompts;
beforeEach(() => {
  vi.clearAllMocks();
  prompts = createPrompts({ changed, needsPerson });
});

const ask = (change: Partial<PasswordAsk> = {}): PasswordAsk => ({
  kind: 'proxyPassword',
  organisation: 'corp',
  host: 'proxy:3128',
  realm: 'Corp',
  rejected: null,
  ...change,
});
const good = { user: 'ada', password: 'right' };
const bad = { user: 'ada', password: 'wrong' };
/** The only prompt that is open. */
const open = () => {
  const [view, ...more] = prompts.views();
  if (!view || more.length > 0) throw new Error(`${prompts.views().length} prompts are open`);
  return view;
};
const answer = (with_: typeof good) => prompts.answer(open().id, with_);

describe('a password', () => {
  it('is asked for once, however many wait for it, and then known', async () => {
    const waiting = [prompts.password(ask()), prompts.password(ask())];
    await Promise.resolve();
    expect(open()).toEqual({
      id: 'prompt-1',
      kind: 'proxyPassword',
      organisation: 'corp',
      host: 'proxy:3128',
      realm: 'Corp',
      triesLeft: 3,
    });
    expect(needsPerson).toHaveBeenCalledTimes(1);
    answer(good);
    expect(await Promise.all(waiting)).toEqual([good, good]);
    expect(await prompts.password(ask())).toEqual(good);
    expect(prompts.views()).toEqual([]);
  });

  it('of a proxy serves every organisation, one of a site its own', async () => {
    const first = prompts.password(ask());
    answer(good);
    await first;
    expect(await prompts.password(ask({ organisation: 'other' }))).toEqual(good);
    const site = ask({ kind: 'sitePassword', host: 'site' });
    const given = prompts.password(site);
    answer(good);
    await given;
    void prompts.password({ ...site, organisation: 'other' });
    expect(open()).toMatchObject({ kind: 'sitePassword', organisation: 'other' });
  });

  it('is asked for again when it was not taken, three times at most', async () => {
    const tries: unknown[] = [];
    let rejected: typeof bad | null = null;
    for (const triesLeft of [3, 2, 1]) {
      const given = prompts.password(ask({ rejected }));
      expect(open()).toMatchObject({ triesLeft });
      rejected = { ...bad, password: `wrong ${triesLeft}` };
      answer(rejected);
      tries.push(await given);
    }
    expect(await prompts.password(ask({ rejected }))).toBeNull();
    expect(prompts.views()).toEqual([]);
    // Another request later begins anew.
    void prompts.password(ask());
    expect(open()).toMatchObject({ triesLeft: 3 });
  });

  it('that another request has corrected meanwhile is taken as it is now', async () => {
    const first = prompts.password(ask());
    answer(bad);
    await first;
    const second = prompts.password(ask({ rejected: bad }));
    answer(good);
    await second;
    expect(await prompts.password(ask({ rejected: bad }))).toEqual(good);
  });

  it('may be refused, and is asked for anew the next time', async () => {
    const given = prompts.password(ask());
    prompts.refuse(open().id);
    expect(await given).toBeNull();
    void prompts.password(ask());
    expect(open()).toMatchObject({ triesLeft: 3 });
  });

  it('is not given for an answer to another question', async () => {
    const given = prompts.password(ask());
    prompts.answer(open().id, { certificate: 'x' });
    expect(await given).toBeNull();
    prompts.answer('prompt-99', good);
  });

  it('comes with the other side’s words, without what could disguise them', () => {
    void prompts.password(ask({ realm: `  Corp\u202E\u0000\r\n\u200B${'x'.repeat(500)}` }));
    const view = open();
    expect('realm' in view && view.realm).toBe(`Corp${'x'.repeat(196)}`);
  });
});

describe('a client certificate', () => {
  const wanted = {
    organisation: 'corp',
    host: 'idp.corp.example',
    certificates: [{ id: 'sha256/a', subject: 'Ada', issuer: 'Corp', validUntil: 1 }],
  };

  it('is asked for even when there is one only, and remembered for its host', async () => {
    const given = prompts.certificate(wanted);
    expect(open()).toMatchObject({ kind: 'clientCertificate', certificates: wanted.certificates });
    prompts.answer(open().id, { certificate: 'sha256/a' });
    expect(await given).toBe('sha256/a');
    expect(await prompts.certificate(wanted)).toBe('sha256/a');
    void prompts.certificate({ ...wanted, host: 'other.corp.example' });
    expect(open()).toMatchObject({ host: 'other.corp.example' });
  });

  it('that is refused stays refused', async () => {
    const given = prompts.certificate(wanted);
    prompts.refuse(open().id);
    expect(await given).toBeNull();
    expect(await prompts.certificate(wanted)).toBeNull();
    expect(needsPerson).toHaveBeenCalledTimes(1);
  });
});

it('nobody is asked while nobody is there; what was answered before is given all the same', async () => {
  const needsPerson = vi.fn();
  const prompts = createPrompts({ changed: () => {}, needsPerson });
  const ask = {
    kind: 'proxyPassword',
    organisation: 'corp',
    host: 'proxy:1',
    realm: '',
    rejected: null,
  } as const;
  expect(await prompts.password({ ...ask, mayAsk: false })).toBeNull();
  expect(
    await prompts.certificate({ organisation: 'corp', host: 'a', certificates: [], mayAsk: false }),
  ).toBeNull();
  expect(needsPerson).not.toHaveBeenCalled();

  const asked = prompts.password(ask);
  prompts.answer(prompts.views()[0]?.id ?? '', { user: 'ada', password: 'secret' });
  await asked;
  expect(await prompts.password({ ...ask, mayAsk: false })).toEqual({ user: 'ada', password: 'secret' });
});
