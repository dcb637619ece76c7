/** For any key there is: every form in which it can be written comes back as that key, and no text makes the reader throw. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { destinationOf } from '../console/link.ts';
import { LONGEST_ADDRESS, readS3Address } from './s3-address.ts';

const key = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...'/.+%?#&=\\ *'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
  })
  // A line's end at the end of a text is what a clipboard adds.
  .filter(
    (text) =>
      text !== '' &&
      !/\p{Surrogate}/u.test(text) &&
      !/[\r\n\t]$|\?versionId=/.test(text) &&
      text.length < 200,
  );

test('s3:// writes keys as they are', () => {
  fc.assert(
    fc.property(key, (text) => {
      expect(readS3Address(`s3://reports/${text}`)).toMatchObject({
        kind: 'place',
        bucket: 'reports',
        key: text,
      });
    }),
  );
});

test('links escape keys, by host, by path and at an own endpoint', () => {
  fc.assert(
    fc.property(key, (text) => {
      const escaped = text.split('/').map(encodeURIComponent).join('/');
      for (const link of [
        `https://reports.s3.eu-west-1.amazonaws.com/${escaped}`,
        `https://s3.eu-west-1.amazonaws.com/reports/${escaped}`,
        `http://127.0.0.1:9000/reports/${escaped}`,
      ])
        expect(readS3Address(link, ['http://127.0.0.1:9000'])).toMatchObject({
          bucket: 'reports',
          key: text,
        });
    }),
  );
});

test('the console’s links that Daypass opens lead back', () => {
  fc.assert(
    fc.property(key, (text) => {
      const link = destinationOf('aws', 'eu-west-1', { kind: 'object', bucket: 'reports', key: text });
      expect(readS3Address(link)).toMatchObject({ bucket: 'reports', key: text, region: 'eu-west-1' });
    }),
  );
  const bucket = 'arn:aws:s3:us-west-2:123456789012:accesspoint/finance';
  const point = destinationOf('aws', 'eu-west-1', { kind: 'bucket', bucket, prefix: 'a b/' });
  expect(readS3Address(point)).toMatchObject({
    bucket,
    key: 'a b/',
    region: 'us-west-2',
    account: '123456789012',
  });
});

test('any text is read or refused', () => {
  const piece = fc.constantFrom(
    ...[
      's3://',
      'https://',
      'arn:aws:s3:::',
      'arn:',
      '.s3.amazonaws.com',
      'console.aws.amazon.com/s3/',
      'buckets/',
    ],
    ...[
      'object/',
      'accesspoint/',
      '?prefix=',
      '&versionId=',
      '%',
      '%ff',
      '%2F',
      '@',
      ':',
      '..',
      '//',
      '*',
      '\u0000',
      '\ud800',
    ],
  );
  const text = fc.array(fc.oneof(piece, fc.string())).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (given) => {
      const address = readS3Address(given);
      if (address.kind !== 'place' || address.bucket === null) return;
      expect(address.bucket).toMatch(/^[\w.:/-]{3,255}$/);
      expect(given.toLowerCase()).toContain(address.bucket.toLowerCase().slice(-3));
    }),
    { numRuns: 3000 },
  );
});

test('the longest texts are refused at once', () => {
  for (const text of ['a', 's3://', '%25', '.', '<', 'https://a.', '?X-Amz-Signature='])
    expect(readS3Address(text.repeat(1_000_000))).toEqual({ kind: 'wrong', why: 'too-long' });
  expect(readS3Address(`https://${'a.'.repeat(LONGEST_ADDRESS / 2 - 40)}s3.amazonaws.com/k`).kind).toBe(
    'wrong',
  );
});
