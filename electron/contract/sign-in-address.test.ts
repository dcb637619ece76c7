import { describe, expect, it } from 'vitest';
import { guessName, guessProduct, guessRegion } from './company-guess.ts';
import { isSafeAddress, readSignInAddress } from './sign-in-address.ts';

describe('an address that was pasted', () => {
  it.each([
    [
      'https://sso.corp.example/adfs?x=urn:amazon:webservices',
      'https://sso.corp.example/adfs?x=urn:amazon:webservices',
    ],
    ['  https://sso.corp.example/\n', 'https://sso.corp.example/'],
    ['sso.corp.example/login', 'https://sso.corp.example/login'],
    ['sso.corp.example:8443/login', 'https://sso.corp.example:8443/login'],
    ['http://127.0.0.1:8080/login', 'http://127.0.0.1:8080/login'],
    ['http://[::1]:8080/login', 'http://[::1]:8080/login'],
  ])('%j is read', (pasted, url) => {
    expect(readSignInAddress(pasted)).toEqual({ kind: 'ok', url, host: new URL(url).host });
    expect(isSafeAddress(url)).toBe(true);
  });

  it.each([
    ['', 'not-an-address'],
    ['hello', 'not-an-address'],
    ['log in to aws', 'not-an-address'],
    ['https://', 'not-an-address'],
    [`https://sso.corp.example/${'x'.repeat(4096)}`, 'not-an-address'],
    ['javascript:alert(1)', 'other-scheme'],
    ['file:///etc/passwd', 'other-scheme'],
    ['data:text/html,hello', 'other-scheme'],
    ['mailto:it@corp.example', 'other-scheme'],
    ['daypass://corp', 'other-scheme'],
    ['http://sso.corp.example/', 'not-https'],
    ['http://localhost/', 'not-https'],
    ['http://127.0.0.1.evil.example/', 'not-https'],
    ['https://maya:secret@sso.corp.example/', 'user-info'],
    ['https://sso.corp.example@evil.example/', 'user-info'],
    ['https://d-9067.awsapps.com/start', 'identity-center'],
  ])('%j is refused: %s', (pasted, reason) => {
    expect(readSignInAddress(pasted)).toEqual({ kind: 'refused', reason });
  });
});

describe('what the address tells', () => {
  it.each([
    ['sso.larkfield.example', 'Larkfield'],
    ['larkfield.okta.com', 'Larkfield'],
    ['login.larkfield.co.uk:8443', 'Larkfield'],
    ['big-bank.onelogin.com', 'Big bank'],
    ['myapps.microsoft.com', ''],
    ['accounts.google.com', ''],
    ['127.0.0.1:4711', ''],
    ['[::1]:4711', ''],
    ['xn--vil-qdd.example', ''],
  ])('%s is called %j', (host, name) => {
    expect(guessName(host)).toBe(name);
  });

  it.each([
    ['https://x.example/adfs/ls/IdpInitiatedSignOn.aspx', 'AD FS'],
    ['https://x.okta.com/home/amazon_aws/0oa/272', 'Okta'],
    ['https://myapps.microsoft.com/signin/AWS', 'Entra ID'],
    ['https://x.example/auth/realms/r/protocol/saml/clients/amazon-aws', 'Keycloak'],
    ['https://x.example/login', null],
  ])('%s is %s', (address, product) => {
    expect(guessProduct(address)).toBe(product);
  });

  it.each([
    ['https://x.example/', 'Europe/Berlin', 'eu-west-1'],
    ['https://x.example/', 'America/New_York', 'us-east-1'],
    ['https://x.example/', 'UTC', 'us-east-1'],
    ['https://x.example/?loginToRp=urn:amazon:webservices:govcloud', 'Europe/Berlin', 'us-gov-west-1'],
    ['https://x.example/?loginToRp=urn%3Aamazon%3Awebservices%3Acn-north-1', 'UTC', 'cn-north-1'],
  ])('%s in %s begins with %s', (address, zone, region) => {
    expect(guessRegion(address, zone)).toBe(region);
  });
});
