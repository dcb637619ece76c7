import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crc32, crcJoined, crcOfText, crcText } from './crc32.ts';

it('the CRC of two stretches is that of both together, whatever they are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), fc.uint8Array({ maxLength: 5000 }), (a, b) => {
      expect(crcJoined(crc32(a), crc32(b), b.length)).toBe(crc32(Buffer.concat([a, b])));
    }),
  );
});

it('reads back what it writes as S3 does', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 0xffffffff }), (crc) => crcOfText(crcText(crc)) === crc));
  // RFC 3720's check value of CRC-32: "123456789" is cbf43926.
  expect(crcText(crc32('123456789'))).toBe(Buffer.from('cbf43926', 'hex').toString('base64'));
});
