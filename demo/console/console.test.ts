// The console as the app and a browser meet it: tokens, their limits, a login, another account, the way out.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Credentials,
  chainedCredentialsOf,
  credentialsOf,
  startTestDemo,
  type TestDemo,
} from '../testing.ts';

const MINUTE = 60_000;
const DESTINATION =
  'https://console.aws.amazon.com/s3/buckets/lark-reports-prod?region=eu-west-1&prefix=exports%2F';

let demo: TestDemo;
let alex: Credentials;
beforeAll(async () => {
  demo = await startTestDemo();
  alex = await credentialsOf(demo.organisation, 'alex', '111122223333/S3AccessRole');
});
afterAll(() => demo.remove());

const sessionOf = (keys: Credentials) => ({
  sessionId: keys.accessKeyId,
  sessionKey: keys.secretAccessKey,
  sessionToken: keys.sessionToken,
});
const ask = (session: object | string, more: Record<string, string> = {}) =>
  fetch(demo.organisation.consoleEndpoint, {
    method: 'POST',
    body: new URLSearchParams({
      Action: 'getSigninToken',
      Session: typeof session === 'string' ? session : JSON.stringify(session),
      ...more,
    }),
  });
const tokenOf = async (keys: Credentials): Promise<string> => {
  const { SigninToken } = (await (await ask(sessionOf(keys))).json()) as { SigninToken: string };
  return SigninToken;
};
const loginUrl = (token: string, destination = DESTINATION) => {
  const query = new URLSearchParams({
    Action: 'login',
    Issuer: 'x',
    Destination: destination,
    SigninToken: token,
  });
  return `${demo.organisation.consoleEndpoint}?${query}`;
};
const visit = (url: string, cookie = '') => fetch(url, { redirect: 'manual', headers: { cookie } });
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';
const locationOf = (answer: Response) =>
  new URL(answer.headers.get('location') ?? '', demo.organisation.consoleEndpoint).href;

describe('a sign-in token', () => {
  it('is given for a session of ours', async () => {
    const answer = await ask(sessionOf(alex), { SessionDuration: '900' });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ SigninToken: expect.any(String) });
  });

  it.each<[string, (keys: Credentials) => object | string]>([
    ['another secret', (keys) => ({ ...sessionOf(keys), sessionKey: 'x'.repeat(40) })],
    ['another key', (keys) => ({ ...sessionOf(keys), sessionId: 'ASIAAAAAAAAAAAAAAAAA' })],
    ['a token nobody sealed', (keys) => ({ ...sessionOf(keys), sessionToken: 'abc' })],
    ['half a session', (keys) => ({ sessionId: keys.accessKeyId })],
    ['no JSON', () => 'x'],
  ])('is not given for %s', async (_what, spoil) => {
    expect((await ask(spoil(alex))).status).toBe(400);
  });

  it.each(['899', '43201', '-900', 'long', ''])('is not given for %j seconds', async (SessionDuration) => {
    expect((await ask(sessionOf(alex), { SessionDuration })).status).toBe(400);
  });

  it('is given to a chained role only where no length is asked for', async () => {
    const session = sessionOf(await chainedCredentialsOf(demo.organisation));
    expect((await ask(session, { SessionDuration: '900' })).status).toBe(400);
    expect((await ask(session)).status).toBe(200);
  });

  it('is not given after the session, nor taken after 15 minutes', async () => {
    const token = await tokenOf(alex);
    demo.moveClock(15 * MINUTE);
    expect((await visit(loginUrl(token))).status).toBe(400);
    demo.moveClock(61 * MINUTE);
    expect((await ask(sessionOf(alex))).status).toBe(400);
    demo.moveClock(0);
    expect((await visit(loginUrl(token))).status).toBe(302);
  });
});

describe('a login', () => {
  it('lands on a page that names account, role, person, page and time', async () => {
    const login = await visit(loginUrl(await tokenOf(alex)));
    const page = await (await visit(locationOf(login), cookieOf(login))).text();
    for (const words of [
      '111122223333',
      'S3AccessRole',
      'alex@larkfield.example',
      's3/buckets/lark-reports-prod, prefix exports/',
    ])
      expect(page).toContain(words);
    expect(page).toMatch(/in 5\d min/);
  });

  it('lasts as long as was asked for', async () => {
    const { SigninToken } = (await (await ask(sessionOf(alex), { SessionDuration: '900' })).json()) as {
      SigninToken: string;
    };
    const login = await visit(loginUrl(SigninToken));
    expect(await (await visit(locationOf(login), cookieOf(login))).text()).toMatch(/in 1[45] min/);
    demo.moveClock(15 * MINUTE);
    expect(await (await visit(locationOf(login), cookieOf(login))).text()).toContain('You are signed out');
    demo.moveClock(0);
  });

  it.each(['https://evil.example/', 'nothing', 'https://console.aws.amazon.com.evil.example/'])(
    'leads to the console only, not to %s',
    async (destination) => {
      expect((await visit(loginUrl(await tokenOf(alex), destination))).status).toBe(400);
    },
  );

  it('with a token that was changed is none', async () => {
    const token = await tokenOf(alex);
    expect((await visit(loginUrl(`A${token.slice(1)}`))).status).toBe(400);
  });
});

describe('a browser that is in an account already', () => {
  it('may take another role of it, but not another account until it has signed out', async () => {
    const first = cookieOf(await visit(loginUrl(await tokenOf(alex))));
    const reader = await credentialsOf(demo.organisation, 'maya', '111122223333/InvoiceReader');
    expect((await visit(loginUrl(await tokenOf(reader)), first)).status).toBe(302);

    const other = loginUrl(
      await tokenOf(await credentialsOf(demo.organisation, 'maya', '444455556666/DataEngineer')),
    );
    const refused = await visit(other, first);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toMatch(/You must first sign out.*111122223333/s);

    const out = new URL('/oauth', demo.organisation.consoleEndpoint);
    out.search = `${new URLSearchParams({ Action: 'logout', redirect_uri: other })}`;
    const left = await visit(out.href, first);
    expect(left.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(locationOf(left)).toBe(other);
    expect((await visit(locationOf(left))).status).toBe(302);
  });

  it.each(['https://evil.example/federation', '/idp/sso', '//evil.example/federation'])(
    'is not led to %s by its way out',
    async (redirectTo) => {
      const out = new URL('/oauth', demo.organisation.consoleEndpoint);
      out.search = `${new URLSearchParams({ Action: 'logout', redirect_uri: redirectTo })}`;
      const left = await visit(out.href);
      expect(left.status).toBe(200);
      expect(await left.text()).toContain('You are signed out');
    },
  );
});
