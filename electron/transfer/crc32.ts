/**
 * CRC-32 of bytes, by zlib's native code, and of two stretches put together (zlib's crc32_combine). S3 takes it as a
 * checksum of the whole object also for an upload by parts (S3 User Guide, "Checking object integrity").
 */
import { crc32 } from 'node:zlib';

export { crc32 };

/** As S3 writes it: base64 of four bytes, the highest first. */
export function crcText(crc: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc >>> 0);
  return bytes.toString('base64');
}

export function crcOfText(text: string): number | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === 4 ? bytes.readUInt32BE() : null;
}

const POLYNOMIAL = 0xedb88320;

/** The CRC of A and B one behind the other, from theirs; `lengthB` in bytes. */
export function crcJoined(crcA: number, crcB: number, lengthB: number): number {
  // Appending a zero bit is a matrix over GF(2); its squares append 2, 4, 8 … of them.
  let matrix: Uint32Array = new Uint32Array(32);
  matrix[0] = POLYNOMIAL;
  for (let bit = 1; bit < 32; bit++) matrix[bit] = 1 << (bit - 1);
  let crc = crcA >>> 0;
  let rest = BigInt(lengthB) * 8n;
  for (; rest > 0n; rest >>= 1n) {
    if (rest & 1n) crc = applied(matrix, crc);
    matrix = matrix.map((column) => applied(matrix, column));
  }
  return (crc ^ crcB) >>> 0;
}

function applied(matrix: Uint32Array, vector: number): number {
  let sum = 0;
  for (let bit = 0; vector !== 0; bit++, vector >>>= 1) if (vector & 1) sum ^= matrix[bit] ?? 0;
  return sum >>> 0;
}
