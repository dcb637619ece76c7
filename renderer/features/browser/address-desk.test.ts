import { beforeEach, expect, test, vi } from 'vitest';
import type { S3Answer } from '../../../electron/contract/s3-port.ts';
import { organisationView, passView, quietSnapshot } from '../../../electron/contract/snapshot.test-parts.ts';
import type { S3Client, S3Listener, S3Start } from '../../bridge/s3-port.ts';
import { type AddressDesk, createAddressDesk } from './address-desk.ts';
import type { BrowserShelf } from './browser-shelf.ts';
import { type BrowserStore, createBrowserStore } from './browser-store.ts';
import { watchBuckets } from './known-buckets.ts';

const session = { kind: 'active', startedAt: 0, expiresAt: 1e15, kept: 'keychain', scope: 'full' } as const;
const passes = ['111122223333', '444455556666'].map((accountId) =>
  passView({ id: accountId.slice(0, 4), accountId, session }),
);
let asks: { start: S3Start; listener: S3Listener; stopped: boolean }[];
let shelf: Pick<BrowserShelf, 'of' | 'knows'>;
let desk: AddressDesk;
const goTo = vi.fn<(pass: string) => void>();

const newest = (op: S3Start['op']) => {
  const ask = asks.findLast(({ start }) => start.op === op);
  if (!ask) throw new Error(`no ${op} was asked`);
  return ask;
};
const answer = (op: S3Start['op'], part: object) =>
  newest(op).listener.answer({ id: 0, ...part } as S3Answer);
const at = (pass: string) => {
  const { place, cursor } = shelf.of(pass).current();
  return [place.bucket, place.prefix, cursor];
};

beforeEach(() => {
  asks = [];
  goTo.mockClear();
  const s3: S3Client = {
    start(start, listener) {
      const ask = { start, listener, stopped: false };
      asks.push(ask);
      return {
        more: () => true,
        stop: () => {
          ask.stopped = true;
        },
      };
    },
    takePort: () => undefined,
  };
  const { s3: watched, knows } = watchBuckets(s3);
  const stores = new Map<string, BrowserStore>();
  const noArranger = () => ({ post() {}, close() {} });
  const of = (pass: string) => {
    const store = stores.get(pass) ?? createBrowserStore(watched, pass, () => 0, noArranger);
    stores.set(pass, store);
    return store;
  };
  shelf = { of, knows };
  const snapshot = quietSnapshot({ passes, organisations: [organisationView()] });
  desk = createAddressDesk({ s3, shelf, snapshot: () => snapshot, now: () => Date.UTC(2026, 9, 2), goTo });
});

test('a folder opens at once, in the pass on screen', () => {
  expect(desk.open('s3://reports/a/', '1111')).toBeNull();
  expect(at('1111')).toEqual(['reports', 'a/', null]);
  expect(goTo).toHaveBeenCalledWith('1111');
  expect(asks.map(({ start }) => start.op)).toEqual(['list']);
});

test('what is unclear is looked for, and the guess is mended without leaving a step back to it', () => {
  desk.open('s3://reports/a/README', '1111');
  expect(at('1111')).toEqual(['reports', 'a/README/', null]);
  answer('look', { kind: 'looked', object: true, folder: false });
  expect(at('1111')).toEqual(['reports', 'a/', 'a/README']);
  expect(shelf.of('1111').current().back).toEqual([{ bucket: null, prefix: '' }]);
});

test('what is not there is said, and the folder that would hold it is open', () => {
  desk.open('s3://reports/a/gone.csv', '1111');
  answer('look', { kind: 'looked', object: false, folder: false });
  expect(at('1111')).toEqual(['reports', 'a/', 'a/gone.csv']);
  expect(desk.current().aside).toMatchObject({ missing: true, words: [expect.stringContaining('gone.csv')] });
});

test('what S3 did not let be seen is not called missing', () => {
  desk.open('s3://reports/a/hidden.csv', '1111');
  answer('look', { kind: 'looked', object: null, folder: null });
  expect(desk.current().aside).toBeNull();
});

test('a look that comes too late moves nobody', () => {
  desk.open('s3://reports/a/README', '1111');
  shelf.of('1111').open({ bucket: 'other', prefix: '' });
  answer('look', { kind: 'looked', object: true, folder: false });
  expect(at('1111')[0]).toBe('other');
});

test('the next address stops the look for the one before', () => {
  desk.open('s3://reports/a/README', '1111');
  const first = newest('look');
  desk.open('s3://other/', '1111');
  expect(first.stopped).toBe(true);
});

test('the region of an address is told before its place is listed', () => {
  desk.open('https://reports.s3.eu-central-1.amazonaws.com/a/', '1111');
  expect(asks.map(({ start }) => start)).toEqual([
    { op: 'look', pass: '1111', bucket: 'reports', key: null, region: 'eu-central-1' },
    { op: 'list', pass: '1111', bucket: 'reports', prefix: 'a/' },
  ]);
});

test('a bucket that another pass has listed opens there', () => {
  shelf.of('4444').again();
  answer('buckets', { kind: 'buckets', buckets: [{ name: 'ledger', createdAt: null, region: null }] });
  desk.open('s3://ledger/a/', '1111');
  expect(goTo).toHaveBeenCalledWith('4444');
  expect(at('4444')).toEqual(['ledger', 'a/', null]);
});

test('a pass that was named with the address is not argued with', () => {
  desk.openFromOutside('arn:aws:s3:eu-west-1:444455556666:accesspoint/finance', '1111', true);
  expect(goTo).toHaveBeenCalledWith('1111');
});

test('when several fit it asks, and opens in the one that is chosen', () => {
  desk.open('s3://ledger/a/', null);
  expect(desk.current().question?.passes).toEqual(['1111', '4444']);
  expect(goTo).not.toHaveBeenCalled();
  desk.answer('4444');
  expect(at('4444')).toEqual(['ledger', 'a/', null]);
  expect(desk.current().question).toBeNull();
});

test('a signed link opens its object, and is said to have been signed', () => {
  desk.open(
    'https://reports.s3.amazonaws.com/a/b?X-Amz-Date=20261001T110000Z&X-Amz-Expires=3600&X-Amz-Signature=f00d',
    '1111',
  );
  expect(at('1111')).toEqual(['reports', 'a/', 'a/b']);
  const words = desk.current().aside?.words.join(' ');
  expect(words).toMatch(/signature of its own\. It was not used.* ended /);
  expect(words).not.toContain('f00d');
});

test('what is refused is refused in words, and one from outside stays on screen until it is dismissed', () => {
  expect(desk.open('s3://x.mrap', '1111')).toMatch(/Multi-Region/);
  expect(desk.open('arn:aws-cn:s3:::reports', '1111')).toMatch(/AWS China, and no pass/);
  desk.openFromOutside('https://evil.example/', '1111', false);
  expect(desk.current().refused).toMatch(/host/);
  desk.dismiss();
  expect(desk.current().refused).toBeNull();
  expect(asks).toEqual([]);
});

test('a version that an address names is looked at, until another object is', () => {
  desk.open(
    'https://reports.s3.eu-west-1.amazonaws.com/2026/summary.csv?versionId=3sL4kqtJlcpXroDTDmJ',
    '1111',
  );
  expect(shelf.of('1111').current()).toMatchObject({
    facts: '2026/summary.csv',
    version: '3sL4kqtJlcpXroDTDmJ',
  });
  answer('look', { kind: 'looked', object: true, folder: false });
  expect(shelf.of('1111').current().version).toBe('3sL4kqtJlcpXroDTDmJ');
  shelf.of('1111').set({ facts: '2026/other.csv' });
  expect(shelf.of('1111').current().version).toBeNull();
});
