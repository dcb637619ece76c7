import { expect, it } from 'vitest';
import { popupOptions, popupTitle, untrustedPage } from './popups.ts';

it('a popup keeps the system’s frame and every lock, whatever the page asked for', () => {
  const asked = {
    frame: false,
    transparent: true,
    kiosk: true,
    title: 'Bank',
    webPreferences: { preload: 'x' },
  };
  expect({ ...asked, ...popupOptions('idp: sign-in to Corp', true) }).toMatchObject({
    frame: true,
    transparent: false,
    kiosk: false,
    fullscreenable: false,
    alwaysOnTop: false,
    title: 'idp: sign-in to Corp',
    webPreferences: untrustedPage,
  });
  expect(untrustedPage).not.toHaveProperty('preload');
});

it.each([
  ['https://login.mfa.example:8443/a/b?c', 'login.mfa.example:8443: sign-in to Corp'],
  ['https://аррӏе.example/', 'xn--80ak6aa92e.example: sign-in to Corp'],
  ['about:blank', 'an empty page: sign-in to Corp'],
])('a popup at %s is titled %s', (url, title) => {
  expect(popupTitle(url, 'Corp')).toBe(title);
});
