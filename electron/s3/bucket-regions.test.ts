import { expect, test } from 'vitest';
import { createBucketRegions } from './bucket-regions.ts';

test('what S3 said counts, whatever an address says later; each pass knows for itself', () => {
  const regions = createBucketRegions();
  regions.hintRegion('a', 'reports', 'eu-west-1');
  expect([regions.regionOf('a', 'reports'), regions.isSure('a', 'reports')]).toEqual(['eu-west-1', false]);
  regions.learnRegion('a', 'reports', 'eu-central-1');
  regions.hintRegion('a', 'reports', 'us-east-1');
  expect([regions.regionOf('a', 'reports'), regions.isSure('a', 'reports')]).toEqual(['eu-central-1', true]);
  expect(regions.regionOf('b', 'reports')).toBeUndefined();
});

test('a hint can be forgotten, S3’s own word can’t', () => {
  const regions = createBucketRegions();
  regions.hintRegion('a', 'x', 'eu-west-1');
  expect(regions.forgetHint('a', 'x')).toBe(true);
  expect(regions.forgetHint('a', 'x')).toBe(false);
  regions.learnRegion('a', 'x', 'eu-west-1');
  expect(regions.forgetHint('a', 'x')).toBe(false);
});

test.each(['evil.example', 'eu-west-1.evil.example', 'EU', '', 'eu-west-1/', 'a'.repeat(70)])(
  '"%s" is no region and never becomes part of a host',
  (region) => {
    const regions = createBucketRegions();
    regions.hintRegion('a', 'x', region);
    regions.learnRegion('a', 'x', region);
    expect(regions.regionOf('a', 'x')).toBeUndefined();
  },
);
