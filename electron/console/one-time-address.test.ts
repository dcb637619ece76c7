import { request } from 'node:http';
import { expect, it } from 'vitest';
import { createClock } from '../lib/clock.ts';
import { createOneTimeAddresses } from './one-time-address.ts';

const SECRET = 'https://eu-west-1.signin.aws.amazon.com/federation?Action=login&SigninToken=secret';

const get = (url: string, init: RequestInit = {}) => fetch(url, { redirect: 'manual', ...init });
const gone = (url: string) => expect(get(url)).rejects.toThrow('fetch failed');

it('leads on once, and is gone then', async () => {
  const { address, came } = await createOneTimeAddresses(createClock()).leadTo(SECRET);
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}$/);
  const answer = await get(address);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe(SECRET);
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  await gone(address);
  expect(await came).toBe(true);
});

it('is not used up by who does not know it, or only looks ahead', async () => {
  const { address } = await createOneTimeAddresses(createClock()).leadTo(SECRET);
  expect((await get(new URL('/favicon.ico', address).href)).status).toBe(404);
  expect((await get(`${address}x`)).status).toBe(404);
  expect((await get(address, { method: 'HEAD' })).status).toBe(404);
  expect((await get(address, { method: 'POST' })).status).toBe(404);
  expect(await statusAs('rebound.example', address)).toBe(404);
  expect((await get(address)).status).toBe(303);
});

it('is gone after two minutes when nobody came', async () => {
  const clock = createClock();
  const { address, came } = await createOneTimeAddresses(clock).leadTo(SECRET);
  clock.move(120_000);
  expect(await came).toBe(false);
  await gone(address);
});

it('leads one of two who come at once', async () => {
  const { address } = await createOneTimeAddresses(createClock()).leadTo(SECRET);
  const both = await Promise.allSettled([get(address), get(address)]);
  const led = both.filter((each) => each.status === 'fulfilled' && each.value.status === 303);
  expect(led).toHaveLength(1);
});

it('holds as long as an address of AWS may be, and each order has its own', async () => {
  const addresses = createOneTimeAddresses(createClock());
  const long = `${SECRET}${'x'.repeat(12_000)}`;
  const [one, other] = await Promise.all([addresses.leadTo(long), addresses.leadTo(SECRET)]);
  expect((await get(other.address)).headers.get('location')).toBe(SECRET);
  expect((await get(one.address)).headers.get('location')).toBe(long);
});

/** `fetch` gives `Host` by itself. */
function statusAs(host: string, address: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(address, { headers: { host } }, (answer) => resolve(answer.resume().statusCode))
      .once('error', reject)
      .end();
  });
}
