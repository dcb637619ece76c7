// The login page as a browser meets it: form, cookie, sign-out, and what the signed response holds.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { users } from '../directory.ts';
import { allOf, parseXml, type XmlElement } from '../sts/xml-tree.ts';
import { postLogin, samlResponseIn, signIn, startTestDemo, type TestDemo } from '../testing.ts';
import { ASSERTION_NS, ATTRIBUTE_PREFIX } from './saml-names.ts';

let demo: TestDemo;
beforeAll(async () => {
  demo = await startTestDemo();
});
afterAll(() => demo.remove());

async function assertionOf(user: string): Promise<XmlElement> {
  return parseXml(Buffer.from(await signIn(demo.organisation, user), 'base64').toString('utf8'));
}

function valuesOf(response: XmlElement, name: string): string[] {
  return allOf(response, ASSERTION_NS, 'Attribute')
    .filter((attribute) => attribute.attributes.get('Name') === `${ATTRIBUTE_PREFIX}${name}`)
    .flatMap((attribute) => attribute.children.map((value) => value.text));
}

describe('the login page', () => {
  it('names every user, tells the password, and allows no foreign content', async () => {
    const page = await fetch(demo.organisation.signInUrl);
    const html = await page.text();
    for (const user of users) expect(html).toContain(`<dt>${user.name}</dt><dd>${user.about}</dd>`);
    expect(html).toContain('<code>daypass</code>');
    expect(html).not.toContain('role="alert"');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['alex', 'wrong'],
    ['nobody', 'daypass'],
    ['', ''],
  ])('answers "%s" with "%s" by an error, no cookie and no response', async (user, password) => {
    const page = await postLogin(demo.organisation, user, password);
    const html = await page.text();
    expect(html).toContain('role="alert"');
    expect(html).not.toContain('SAMLResponse');
    expect(page.headers.get('set-cookie')).toBeNull();
  });

  it('gives a typed name back as text, never as markup', async () => {
    const html = await (await postLogin(demo.organisation, '"><script>', 'x')).text();
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;"');
  });

  it('posts on to AWS’s real address only', async () => {
    const page = await postLogin(demo.organisation, 'alex', 'daypass');
    expect(page.headers.get('content-security-policy')).toContain(
      'form-action https://signin.aws.amazon.com/saml;',
    );
    const html = await page.text();
    expect(html).toContain('<form method="post" action="https://signin.aws.amazon.com/saml">');
    expect(html).toContain('<input type="hidden" name="RelayState" value="">');
  });

  it.each(['zoë', 'zoe\u0308', ' ZOË '])('takes the name "%s" for zoë', async (typed) => {
    const page = await postLogin(demo.organisation, typed, 'daypass');
    expect(await page.text()).toContain('Zoë Åkesson-Łuczak');
  });
});

describe('the cookie', () => {
  const cookieOf = (page: Response) => page.headers.get('set-cookie') ?? '';

  it('makes a second sign-in need no typing, even after a restart', async () => {
    const cookie = cookieOf(await postLogin(demo.organisation, 'maya', 'daypass'));
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
    // Without an end of its own it ends with the browser.
    expect(cookie).not.toMatch(/max-age|expires/i);
    await demo.restart();
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    const again = await fetch(demo.organisation.signInUrl, { headers });
    expect(await samlResponseIn(again)).toMatch(/^[A-Za-z0-9+/]+=*$/);
  });

  it('is worth nothing after a working day, or when changed', async () => {
    const cookie = cookieOf(await postLogin(demo.organisation, 'maya', 'daypass')).split(';')[0] ?? '';
    const htmlWith = async (value: string) =>
      (await fetch(demo.organisation.signInUrl, { headers: { cookie: value } })).text();
    expect(await htmlWith(`${cookie.slice(0, -6)}AAAAAA`)).toContain('type="password"');
    expect(await htmlWith('larkfield=%')).toContain('type="password"');
    demo.moveClock(8 * 3_600_000);
    expect(await htmlWith(cookie)).toContain('type="password"');
    demo.moveClock(0);
  });

  it('is forgotten at sign-out', async () => {
    const url = new URL('/idp/sign-out', demo.organisation.signInUrl);
    const cookie = cookieOf(await postLogin(demo.organisation, 'maya', 'daypass')).split(';')[0] ?? '';
    const page = await fetch(url, { headers: { cookie } });
    expect(await page.text()).toMatch(/Maya Lindqvist.*Sign in as somebody else/s);
    const answer = await fetch(url, { method: 'POST', headers: { cookie }, redirect: 'manual' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/idp/sso');
    expect(cookieOf(answer)).toMatch(/^larkfield=; Max-Age=0;/);
  });
});

describe('the assertion', () => {
  it.each([
    ['alex', 1, 1],
    ['maya', 6, 3],
    ['omar', 40, 14],
    ['zoë', 2, 1],
    ['pat', 2, 1],
    ['kim', 1, 1],
  ])('of %s offers %i roles in %i accounts', async (user, roles, accounts) => {
    const offered = valuesOf(await assertionOf(user), 'Role');
    expect(new Set(offered).size).toBe(roles);
    expect(new Set(offered.map((pair) => pair.split(':')[4])).size).toBe(accounts);
  });

  it('of zoë has a session name that AWS takes', async () => {
    expect(valuesOf(await assertionOf('zoë'), 'RoleSessionName')).toEqual([
      expect.stringMatching(/^[\w+=,.@-]{2,64}$/),
    ]);
  });

  it('of pat names the provider first', async () => {
    for (const pair of valuesOf(await assertionOf('pat'), 'Role')) {
      expect(pair).toMatch(/^arn:aws:iam::\d{12}:saml-provider\/Larkfield,arn:aws:iam::\d{12}:role\/\w+$/);
    }
  });

  it('of kim, and of nobody else, ends the session after two minutes', async () => {
    const endOf = async (user: string) => {
      const [statement] = allOf(await assertionOf(user), ASSERTION_NS, 'AuthnStatement');
      const at = (name: string) => Date.parse(statement?.attributes.get(name) ?? '');
      return at('SessionNotOnOrAfter') - at('AuthnInstant');
    };
    expect(await endOf('kim')).toBe(120_000);
    expect(await endOf('alex')).toBeNaN();
  });
});

it('answers nobody who calls it by another name', async () => {
  const { hostname, port } = new URL(demo.organisation.signInUrl);
  const { request } = await import('node:http');
  const status = await new Promise((resolve, reject) => {
    const headers = { host: `rebound.example:${port}` };
    request({ hostname, port, path: '/idp/sso', headers }, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(421);
});
