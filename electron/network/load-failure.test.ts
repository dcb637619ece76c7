import { describe, expect, it } from 'vitest';
import { networkError } from './chromium-errors.ts';
import { allowIntegratedAuth } from './integrated-auth.ts';
import { loadFailure } from './load-failure.ts';

describe('a sign-in page that does not load', () => {
  it.each([
    [-202, 'signin-issuer-unknown', 'idp.corp.example'],
    [-200, 'signin-certificate-refused', 'idp.corp.example'],
    [-201, 'signin-certificate-refused', 'idp.corp.example'],
    [-217, 'signin-certificate-refused', 'idp.corp.example'],
    [-102, 'signin-page-unreachable', 'idp.corp.example'],
    [-111, 'proxy-refused', undefined],
    [-115, 'proxy-password-missing', undefined],
    [-127, 'proxy-password-missing', undefined],
    [-130, 'proxy-unreachable', undefined],
    [-131, 'proxy-unreachable', undefined],
  ])('for %i is %s', (code, failed, subject) => {
    const error = loadFailure({
      code,
      description: 'ERR_X',
      url: 'https://idp.corp.example/a',
      issuer: 'Corp CA',
    });
    expect(error.code).toBe(failed);
    expect(error.details.subject).toBe(subject);
    expect(error.details.raw).toMatch(new RegExp(`^ERR_X \\(${code}\\)`));
  });
});

describe('what Chromium says of a request', () => {
  it.each([
    ['net::ERR_NAME_NOT_RESOLVED', { code: 'ENOTFOUND' }],
    ['net::ERR_INTERNET_DISCONNECTED', { code: 'ENOTFOUND' }],
    ['net::ERR_CONNECTION_REFUSED', { code: 'ECONNREFUSED' }],
    ['net::ERR_CONNECTION_RESET', { code: 'ECONNRESET' }],
    ['net::ERR_EMPTY_RESPONSE', { code: 'ECONNRESET' }],
    ['net::ERR_CONNECTION_TIMED_OUT', { code: 'ETIMEDOUT' }],
    ['net::ERR_ADDRESS_UNREACHABLE', { code: 'EHOSTUNREACH' }],
    ['net::ERR_CERT_AUTHORITY_INVALID', { code: 'CERT_REFUSED' }],
    ['net::ERR_SSL_PROTOCOL_ERROR', { code: 'CERT_REFUSED' }],
    ['net::ERR_PROXY_CONNECTION_FAILED', { code: 'proxy-unreachable' }],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', { code: 'proxy-refused' }],
    ['net::ERR_PROXY_AUTH_UNSUPPORTED', { code: 'proxy-password-missing' }],
  ])('%s is %j', (message, expected) => {
    expect(networkError(new Error(message))).toMatchObject(expected);
  });

  it('is kept when it is something else', () => {
    const error = new Error('net::ERR_FAILED');
    expect(networkError(error)).toBe(error);
  });
});

it('only listed hosts get the log-in to this computer', () => {
  const given: string[] = [];
  const session = { allowNTLMCredentialsForDomains: (hosts: string) => void given.push(hosts) };
  allowIntegratedAuth(session, { integratedAuthHosts: ['idp.corp.example', '*.intra.corp.example'] });
  allowIntegratedAuth(session, {});
  allowIntegratedAuth(session, undefined);
  expect(given).toEqual(['idp.corp.example,*.intra.corp.example', '', '']);
});
