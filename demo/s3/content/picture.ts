// A small true PNG, drawn here: a kite on an evening sky (W3C, "Portable Network Graphics", chunks IHDR, IDAT, IEND).

import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 240;
const HEIGHT = 160;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function kitePng(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // Eight bits a channel, red green blue.
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Array.from({ length: HEIGHT }, (_, y) => Buffer.from([0, ...row(y)]));
  const pixels = deflateSync(Buffer.concat(rows));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function row(y: number): number[] {
  const sky = y / HEIGHT;
  return Array.from({ length: WIDTH }, (_, x) => {
    const isKite = Math.abs(x - 150) / 34 + Math.abs(y - 66) / 46 <= 1;
    if (isKite) return x < 150 === y < 66 ? [214, 69, 65] : [243, 156, 18];
    return [60 + 150 * sky, 100 + 80 * sky, 170 + 20 * sky].map(Math.round);
  }).flat();
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
