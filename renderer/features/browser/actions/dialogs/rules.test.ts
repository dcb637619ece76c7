import { expect, test } from 'vitest';
import type { ObjectFacts } from '../../../../../electron/contract/s3-inspect.ts';
import { HeaderChange } from '../../../../../electron/contract/s3-work.ts';
import { headerChange, headersIn, headerTrouble, noHeaders } from './header-rules.ts';
import { readDays, tiersOf } from './restore-words.ts';
import { readNames, tagChange, tagTrouble } from './tag-rules.ts';

const tag = (name: string, value = '') => ({ name, value });

test('tags: what is put and what is taken off, and nothing for what stays', () => {
  const present = [tag('team', 'a'), tag('stage', 'b'), tag('old')];
  expect(tagChange(present, [tag('team', 'a'), tag('stage', 'c'), tag('new', 'd'), tag('', '')])).toEqual({
    put: [tag('stage', 'c'), tag('new', 'd')],
    remove: ['old'],
  });
  expect(tagChange(present, present)).toEqual({ put: [], remove: [] });
});

test.each([
  [[tag('team', 'finance + x@y/z_:.=-'), tag('größe', '')], null],
  [[tag('', 'v')], /has no name/],
  [[tag('a'), tag('a')], /two tags named a/],
  [[tag('a'.repeat(129))], /128/],
  [[tag('a', 'b'.repeat(257))], /256/],
  [[tag('aws:x')], /kept for AWS/],
  [[tag('a', 'b;c')], /letters, numbers/],
  [Array.from({ length: 11 }, (_, n) => tag(`t${n}`)), /at most 10/],
])('tags S3 takes or not: %j', (tags, trouble) => {
  if (trouble === null) expect(tagTrouble(tags)).toBeNull();
  else expect(tagTrouble(tags)).toMatch(trouble);
});

test('names to take off are told apart by commas', () => {
  expect(readNames(' a, b ,,a')).toEqual({ names: ['a', 'b'], trouble: null });
  expect(readNames('a'.repeat(129)).trouble).toMatch(/128/);
});

const facts = {
  contentType: 'text/csv',
  cacheControl: null,
  contentDisposition: null,
  contentEncoding: 'gzip',
  contentLanguage: null,
  metadata: [tag('owner', 'maya')],
} as Partial<ObjectFacts> as ObjectFacts;
const before = { headers: headersIn(facts), metadata: facts.metadata };
const form = (headers: object, metadata: { name: string; value: string }[] | null = null) => ({
  headers: { ...noHeaders, ...headers },
  metadata,
});

test('headers: only what differs is written, an empty one goes', () => {
  expect(headerChange(before, form({ contentType: 'text/csv' }))).toBeNull();
  const change = headerChange(before, form({ contentType: 'text/plain', contentEncoding: '' }));
  expect(change).toEqual({ contentType: 'text/plain', contentEncoding: '' });
  expect(HeaderChange.safeParse(change).success).toBe(true);
});

test('metadata is written whole, and only when it is another', () => {
  expect(headerChange(before, form({}, [tag('owner', 'maya'), tag('', '')]))).toBeNull();
  expect(headerChange(before, form({}, [tag('owner', 'alex')]))).toEqual({
    metadata: [tag('owner', 'alex')],
  });
  expect(headerChange(null, form({}, []))).toEqual({ metadata: [] });
  expect(headerChange(null, form({ contentType: 'a/b' }))).toEqual({ contentType: 'a/b' });
});

test.each([
  [form({ contentType: 'té/xt' }), /ASCII/],
  [form({ contentType: 'a\nb' }), /ASCII/],
  [form({}, [tag('Owner')]), /small letters/],
  [form({}, [tag('a'), tag('a')]), /two named a/],
  [form({}, [tag('a', 'x\ny')]), /line breaks/],
  [form({}, [tag('a', 'é'.repeat(1024))]), /2,048/],
  [form({}, [tag('', 'x')]), /no name/],
])('headers that can’t be written are refused in words', (wrong, words) => {
  expect(headerTrouble(wrong)).toMatch(words);
});

test('out of a deep archive nothing comes in minutes', () => {
  expect(tiersOf([{ storageClass: 'GLACIER' }]).map(({ value }) => value)).toEqual([
    'Expedited',
    'Standard',
    'Bulk',
  ]);
  const deep = tiersOf([{ storageClass: 'GLACIER' }, { storageClass: 'DEEP_ARCHIVE' }]);
  expect(deep.map(({ under }) => under)).toEqual(['Up to 12 hours.', 'Up to 48 hours, the cheapest.']);
});

test('days are a number from 1 to 365', () => {
  expect(['1', ' 365 ', '0', '366', '1.5', '-1', '', 'week'].map(readDays)).toEqual([
    1,
    365,
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});
