// A gigabyte of zeros as a megabyte of gzip and of ZIP: what a preview must never unpack (RFC 1951, RFC 1952, APPNOTE).

import { constants, deflateRawSync } from 'node:zlib';
import type { Repeated } from './repeated.ts';

const MIB = 1_048_576;
const TIMES = 1024;
/** CRC-32 of the gigabyte. */
const CHECK = 0x5b64c2b0;

/** One mebibyte in a block that stands by itself and ends at a byte, so that it can be said again and again. */
const piece = deflateRawSync(Buffer.alloc(MIB), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
/** An empty last block. */
const LAST = Buffer.from([0x03, 0x00]);
const PACKED_BYTES = piece.length * TIMES + LAST.length;

export function zerosGzip(): Repeated {
  const start = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
  const end = Buffer.alloc(8);
  end.writeUInt32LE(CHECK, 0);
  end.writeUInt32LE(MIB * TIMES, 4);
  return { start, piece, times: TIMES, end: Buffer.concat([LAST, end]) };
}

export function zerosZip(): Repeated {
  const name = Buffer.from('zeros.bin', 'latin1');
  const start = Buffer.concat([numbers([0x04034b50, 4], ...facts(name)), name]);
  const entry = Buffer.concat([
    numbers([0x02014b50, 4], [20, 2], ...facts(name), [0, 2], [0, 2], [0, 2], [0, 4], [0, 4]),
    name,
  ]);
  const entryAt = start.length + PACKED_BYTES;
  const directory = numbers(
    ...([
      [0x06054b50, 4],
      [0, 2],
      [0, 2],
      [1, 2],
      [1, 2],
      [entry.length, 4],
      [entryAt, 4],
      [0, 2],
    ] as Field[]),
  );
  return { start, piece, times: TIMES, end: Buffer.concat([LAST, entry, directory]) };
}

type Field = [value: number, bytes: number];

/** What the entry says before its bytes and in the directory: version, flags, deflate, time, date, check, sizes, name. */
function facts(name: Buffer): Field[] {
  const sizes: Field[] = [
    [CHECK, 4],
    [PACKED_BYTES, 4],
    [MIB * TIMES, 4],
  ];
  return [[20, 2], [0, 2], [8, 2], [0, 2], [0x5cc4, 2], ...sizes, [name.length, 2], [0, 2]];
}

function numbers(...fields: Field[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [, count]) => sum + count, 0));
  let at = 0;
  for (const [value, count] of fields) at = bytes.writeUIntLE(value, at, count);
  return bytes;
}
