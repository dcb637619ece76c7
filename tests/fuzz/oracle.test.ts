/** The fuzzer's own parts can fail: the other reader disagrees where it must, and every mutation changes something. */
import { describe, expect, it } from 'vitest';
import { corpus } from './corpus/cases.ts';
import { PROVIDER, ROLE, writeAssertion, writeResponse } from './corpus/write-response.ts';
import { metered, startMeter } from './meter.ts';
import { mutate, mutationNames } from './mutations.ts';
import { disagreement } from './oracle.ts';
import { check } from './property-response.ts';
import { read } from './targets.ts';

const offer = { roleArn: ROLE, providerArn: PROVIDER };
const of = (xml: string, offers = [offer]) => disagreement(Buffer.from(xml), offers);

describe('the other reader', () => {
  it('agrees with an offer that stands in the assertion', () => {
    expect(of(writeResponse('okta'))).toBeNull();
    expect(of(writeResponse('google', { roles: [`${PROVIDER}, ${ROLE}`] }))).toBeNull();
  });

  it.each([
    ['another role', writeResponse('okta', { roles: [`${ROLE}x,${PROVIDER}`] })],
    ['a role cut at a comment', writeResponse('okta', { roles: [`${ROLE}<!---->-Denied,${PROVIDER}`] })],
    ['a role cut at an element', writeResponse('okta', { roles: [`${ROLE}<b>x</b>,${PROVIDER}`] })],
    ['role and provider of two values', writeResponse('okta', { roles: [`${ROLE},x`, `x,${PROVIDER}`] })],
    ['a role under another name', writeResponse('okta', { roleName: 'Role' })],
    ['two assertions', writeResponse('okta', { after: writeAssertion('okta', { assertionId: '_2' }) })],
    ['an assertion further in', writeResponse('okta', { instead: `<x>${writeAssertion('okta')}</x>` })],
    ['no XML', '<a'],
  ])('disagrees for %s', (_what, xml) => {
    expect(of(xml)).toEqual(expect.any(String));
  });
});

describe('the mutations', () => {
  it.each(mutationNames)('%s changes a response at some place', (how) => {
    const text = writeResponse('okta');
    const results = Array.from({ length: 50 }, (_, i) => mutate(text, [{ how, a: i * 37, b: i * 11 + 1 }]));
    expect(results.some((result) => result !== text)).toBe(true);
  });
});

it('the meter counts what the parser hands over', () => {
  startMeter();
  const xml = Buffer.from(writeResponse('ping'));
  const { cost } = metered(() => read(xml, 0));
  expect(cost.elements).toBeGreaterThan(20);
  expect(cost.deepest).toBeGreaterThan(3);
});

it('an input that is too large is not parsed at all', () => {
  startMeter();
  const large = corpus.find(({ name }) => name === 'more bytes than STS takes');
  expect(() => check(Buffer.from(String(large?.xml)))).not.toThrow();
  expect(metered(() => read(Buffer.from(String(large?.xml)), 0)).cost.elements).toBe(0);
});
