import { Readable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../lib/app-error.ts';
import type { HttpTransport } from '../network/transport.ts';
import { NOW, PROVIDER, ROLE } from './saml.test-parts.ts';
import { ASSERTION, assumed } from './sts.test-parts.ts';
import { createStsTrade } from './sts.ts';
import type { TradeRequest } from './trade-request.ts';

const US_ROLE = ROLE;
const answer = assumed();
const good = async () => ({
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: Readable.from([typeof answer === 'string' ? '' : answer.body]),
});

/** What is asked where, over a transport that answers `send`. */
async function trade(change: Partial<TradeRequest>, send: HttpTransport['send'] = good) {
  const close = vi.fn();
  const spy = vi.fn(send);
  const transportOf = vi.fn((_organisation: string): HttpTransport => ({ send: spy, close }));
  const request: TradeRequest = {
    organisation: 'corp',
    useFips: false,
    assertion: ASSERTION,
    roleArn: US_ROLE,
    providerArn: PROVIDER,
    region: 'us-east-1',
    endpoint: undefined,
    durationSeconds: 3600,
    scope: 'full',
    thenAssume: undefined,
    ...change,
  };
  const error: unknown = await createStsTrade({
    clock: { now: () => NOW, localNow: () => NOW, offsetMs: () => 0 },
    transportOf,
    tellServerTime: () => {},
    patience: { wait: async () => {}, random: () => 0.5 },
  })(request).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return { error, close, transportOf, origins: spy.mock.calls.map(([{ origin }]) => origin) };
}

describe('a trade', () => {
  it('goes over its organisation’s transport, which is closed afterwards', async () => {
    const { error, transportOf, close } = await trade({ organisation: 'other' });
    expect(error).toBeNull();
    expect(transportOf).toHaveBeenCalledExactlyOnceWith('other');
    expect(close).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['the region’s host', {}, 'https://sts.us-east-1.amazonaws.com'],
    ['the FIPS host where wanted', { useFips: true }, 'https://sts-fips.us-east-1.amazonaws.com'],
    [
      'the organisation’s own, FIPS or not',
      { useFips: true, endpoint: 'https://sts.corp.example' },
      'https://sts.corp.example',
    ],
  ])('asks %s', async (_where, change, origin) => {
    expect((await trade(change)).origins).toEqual([origin]);
  });

  it.each(['proxy-password-missing', 'proxy-scheme-unsupported', 'ca-file-unreadable'] as const)(
    'that the network refuses with %s fails at once, and says so',
    async (code) => {
      const { error, origins } = await trade({}, async () => {
        throw new AppError(code, { subject: 'proxy:3128' });
      });
      expect(error).toMatchObject({ code, details: { subject: 'proxy:3128' } });
      expect(origins).toHaveLength(1);
    },
  );

  it.each(['CERT_REFUSED', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
    'says that the certificate was refused (%s)',
    async (code) => {
      const { error } = await trade({}, async () => {
        throw Object.assign(new Error('no'), { code });
      });
      expect(error).toMatchObject({ code: 'sts-certificate-refused' });
    },
  );
});
