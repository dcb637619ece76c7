import { describe, expect, it } from 'vitest';
import type { ConsolePlace } from '../contract/console-place.ts';
import { federationEndpoint } from '../signin/partition.ts';
import { consoleSeconds, destinationOf, endingFirst, isSigninPlace, loginUrl, tokenForm } from './link.ts';

const MINUTE = 60_000;
const session = { accessKeyId: 'ASIA1', secretAccessKey: 'a+b/c', sessionToken: 'FwoG+/==' };

describe('how long the console may last', () => {
  it.each([
    ['what is left, in whole seconds', 3_600_999, false, 3600],
    ['twelve hours at most', 50_000_000, false, 43_200],
    ['a quarter of an hour, to the second', 15 * MINUTE, false, 900],
    ['nothing is said in the last quarter', 15 * MINUTE - 1, false, null],
    ['nothing is said for a second role', 60 * MINUTE, true, null],
    ['nothing is said when it is over', -1, false, null],
  ])('%s', (_what, leftMs, chained, seconds) => {
    expect(consoleSeconds(leftMs, chained)).toBe(seconds);
  });
});

describe('what is posted', () => {
  it('holds the session as AWS names it', () => {
    const form = new URLSearchParams(tokenForm(session, 3600));
    expect(form.get('Action')).toBe('getSigninToken');
    expect(form.get('SessionDuration')).toBe('3600');
    expect(JSON.parse(form.get('Session') ?? '')).toEqual({
      sessionId: 'ASIA1',
      sessionKey: 'a+b/c',
      sessionToken: 'FwoG+/==',
    });
  });

  it('says no length where none is asked for', () => {
    expect(new URLSearchParams(tokenForm(session, null)).has('SessionDuration')).toBe(false);
  });
});

describe.each([
  ['aws', 'eu-west-1', 'eu-west-1.signin.aws.amazon.com', 'console.aws.amazon.com'],
  [
    'aws-us-gov',
    'us-gov-west-1',
    'us-gov-west-1.signin.amazonaws-us-gov.com',
    'console.amazonaws-us-gov.com',
  ],
  ['aws-cn', 'cn-north-1', 'cn-north-1.signin.amazonaws.cn', 'console.amazonaws.cn'],
  ['aws-eusc', 'eusc-de-east-1', 'eusc-de-east-1.signin.amazonaws-eusc.eu', 'console.amazonaws-eusc.eu'],
] as const)('in the partition %s', (partition, region, signin, console) => {
  it.each<[string, ConsolePlace, string]>([
    ['its home', { kind: 'home' }, `console/home?region=${region}`],
    ['the buckets', { kind: 'buckets' }, `s3/buckets?region=${region}`],
    [
      'a folder',
      { kind: 'bucket', bucket: 'lark-reports', prefix: 'exports/2026/' },
      `s3/buckets/lark-reports?region=${region}&bucketType=general&prefix=exports%2F2026%2F`,
    ],
    [
      'a whole bucket',
      { kind: 'bucket', bucket: 'lark-reports', prefix: '' },
      `s3/buckets/lark-reports?region=${region}&bucketType=general&prefix=`,
    ],
    [
      'an object',
      { kind: 'object', bucket: 'lark-reports', key: 'a b+c&d=é%2F#?.csv' },
      `s3/object/lark-reports?region=${region}&bucketType=general&prefix=a%20b%2Bc%26d%3D%C3%A9%252F%23%3F.csv`,
    ],
    [
      'what only looks like a way out',
      { kind: 'bucket', bucket: '../../x?y', prefix: '//' },
      `s3/buckets/..%2F..%2Fx%3Fy?region=${region}&bucketType=general&prefix=%2F%2F`,
    ],
  ])('the page of %s', (_what, place, path) => {
    const url = destinationOf(partition, region, place);
    expect(url).toBe(`https://${console}/${path}`);
    expect(new URL(url).host).toBe(console);
  });

  it('the sign-in is at its own regional host, and the way out beside it', () => {
    const destination = destinationOf(partition, region, { kind: 'home' });
    const login = loginUrl(federationEndpoint(partition, region), 'to+ken/=', destination);
    expect(
      login.startsWith(`https://${signin}/federation?Action=login&Issuer=Daypass&Destination=https`),
    ).toBe(true);
    expect(Object.fromEntries(new URL(login).searchParams)).toEqual({
      Action: 'login',
      Issuer: 'Daypass',
      Destination: destination,
      SigninToken: 'to+ken/=',
    });
    const out = new URL(endingFirst(login));
    expect(out.origin + out.pathname).toBe(`https://${signin}/oauth`);
    expect(Object.fromEntries(out.searchParams)).toEqual({ Action: 'logout', redirect_uri: login });
    for (const url of [login, out.href]) expect(isSigninPlace(url, partition, undefined)).toBe(true);
  });
});

describe('the region of a page', () => {
  it.each([
    ['is the bucket’s where it is known', 'eu-central-1', 'eu-central-1'],
    ['is the pass’s where it is not', undefined, 'eu-west-1'],
    ['lies in the partition, whatever is said', 'cn-north-1', 'us-east-1'],
    ['is a region, whatever is said', 'x&y=z', 'us-east-1'],
  ])('%s', (_what, region, shown) => {
    const place = { kind: 'bucket', bucket: 'abc', prefix: '', ...(region && { region }) } as const;
    expect(new URL(destinationOf('aws', 'eu-west-1', place)).searchParams.get('region')).toBe(shown);
  });
});

it('half a character in a key does not end in an error', () => {
  const url = destinationOf('aws', 'eu-west-1', { kind: 'object', bucket: 'abc', key: 'x\ud800y😀' });
  expect(new URL(url).searchParams.get('prefix')).toBe('x\ufffdy😀');
});

describe('a place that may get a session or a browser', () => {
  const NAMED = 'http://127.0.0.1:4000/federation';
  it.each([
    ['https://signin.aws.amazon.com/federation', undefined, true],
    ['https://eu-west-1.signin.aws.amazon.com/oauth?x', undefined, true],
    [`${NAMED}?x`, NAMED, true],
    ['http://127.0.0.1:4000/oauth', NAMED, true],
    ['http://signin.aws.amazon.com/federation', undefined, false],
    ['https://signin.aws.amazon.com:8443/federation', undefined, false],
    ['https://me@signin.aws.amazon.com/federation', undefined, false],
    ['https://signin.aws.amazon.com.evil.example/federation', undefined, false],
    ['https://cn-north-1.signin.amazonaws.cn/federation', undefined, false],
    ['https://console.aws.amazon.com/', undefined, false],
    [NAMED, undefined, false],
    ['http://127.0.0.1:4001/federation', NAMED, false],
    ['https://evil.example/', 'https://evil.example/', false],
    ['file:///etc/passwd', undefined, false],
  ])('%s (named: %s): %s', (url, named, expected) => {
    expect(isSigninPlace(url, 'aws', named)).toBe(expected);
  });
});
