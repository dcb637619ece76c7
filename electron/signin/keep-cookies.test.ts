import type { Cookie, CookiesSetDetails } from 'electron';
import { expect, it } from 'vitest';
import { keepSessionCookies } from './keep-cookies.ts';

const NOW = Date.parse('2026-03-04T10:00:00Z');
const UNTIL = NOW + 3_600_000;

function jar(cookies: Cookie[], refuses: (details: CookiesSetDetails) => boolean = () => false) {
  const set: CookiesSetDetails[] = [];
  const all = {
    get: async () => cookies,
    set: async (details: CookiesSetDetails) => {
      if (refuses(details)) throw new Error('Failed to set cookie');
      set.push(details);
    },
  };
  return { all, set };
}
const plain: Cookie = { name: 'sid', value: 'v', sameSite: 'lax', session: true, domain: 'idp.corp.example' };

it('cookies that would end with Daypass are given an end; others stay as they are', async () => {
  const { all, set } = jar([
    { ...plain, hostOnly: true, path: '/sso', secure: true, httpOnly: true },
    { ...plain, name: 'stays', session: false, expirationDate: NOW / 1000 + 60 },
  ]);
  expect(await keepSessionCookies(all, UNTIL)).toEqual({ kept: 1, refused: 0 });
  expect(set).toEqual([
    {
      url: 'https://idp.corp.example/sso',
      name: 'sid',
      value: 'v',
      path: '/sso',
      secure: true,
      httpOnly: true,
      sameSite: 'lax',
      expirationDate: UNTIL / 1000,
    },
  ]);
});

it('a cookie of a whole domain stays one, a cookie of one host gets no domain', async () => {
  const { all, set } = jar([
    { ...plain, domain: '.corp.example', hostOnly: false },
    { ...plain, name: '__Host-sid', hostOnly: true, secure: true, path: '/' },
  ]);
  await keepSessionCookies(all, UNTIL);
  expect(set.map(({ url, domain }) => [url, domain])).toEqual([
    ['http://corp.example/', '.corp.example'],
    ['https://idp.corp.example/', undefined],
  ]);
});

it('a cookie that Chromium refuses does not keep the others from it', async () => {
  const { all, set } = jar([plain, { ...plain, name: 'odd' }], ({ name }) => name === 'odd');
  expect(await keepSessionCookies(all, UNTIL)).toEqual({ kept: 1, refused: 1 });
  expect(set.map(({ name }) => name)).toEqual(['sid']);
});
