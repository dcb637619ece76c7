/**
 * What kind of picture some bytes are, by their first bytes alone, and how many pixels it has, by its header: known
 * before anything decodes it. Pure. Sources: PNG (W3C), JPEG (ITU T.81), GIF89a, WebP container (RFC 9649),
 * BMP (Windows GDI), HEIF (ISO/IEC 23008-12).
 */
import { avifSize } from './avif-size.ts';
import { jpegSize } from './jpeg-size.ts';

export type ImageFormat = 'PNG' | 'JPEG' | 'GIF' | 'WebP' | 'AVIF' | 'BMP';
export interface PixelSize {
  width: number;
  height: number;
}

export const imageTypes: Readonly<Record<ImageFormat, `image/${string}`>> = {
  PNG: 'image/png',
  JPEG: 'image/jpeg',
  GIF: 'image/gif',
  WebP: 'image/webp',
  AVIF: 'image/avif',
  BMP: 'image/bmp',
};

const latin = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function imageFormat(bytes: Uint8Array): ImageFormat | null {
  if (latin(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'PNG';
  if (latin(bytes, 0, 3) === '\xff\xd8\xff') return 'JPEG';
  if (/^GIF8[79]a$/.test(latin(bytes, 0, 6))) return 'GIF';
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 4) === 'WEBP') return 'WebP';
  if (latin(bytes, 4, 4) === 'ftyp' && /avi[fs]/.test(latin(bytes, 8, 40))) return 'AVIF';
  // Two letters are little: the sizes of its headers are held against each other too.
  if (latin(bytes, 0, 2) === 'BM' && bytes.length >= 26 && isBmp(viewOf(bytes))) return 'BMP';
  return null;
}

/** Null when its header was not read, or says no size. */
export function imageSize(bytes: Uint8Array, format: ImageFormat): PixelSize | null {
  try {
    const size = readers[format](bytes);
    return size !== null && size.width > 0 && size.height > 0 ? size : null;
  } catch (error) {
    // The bytes end before the header does.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const readers: Readonly<Record<ImageFormat, (bytes: Uint8Array) => PixelSize | null>> = {
  PNG(bytes) {
    if (latin(bytes, 12, 4) !== 'IHDR') return null;
    const view = viewOf(bytes);
    return { width: view.getUint32(16), height: view.getUint32(20) };
  },
  JPEG: jpegSize,
  GIF: gifSize,
  WebP: webpSize,
  AVIF: avifSize,
  BMP(bytes) {
    const view = viewOf(bytes);
    const isOld = view.getUint32(14, true) === 12;
    if (isOld) return { width: view.getUint16(18, true), height: view.getUint16(20, true) };
    // A negative height: rows from the top.
    return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
  },
};

function isBmp(view: DataView): boolean {
  const header = view.getUint32(14, true);
  return [12, 40, 52, 56, 64, 108, 124].includes(header) && view.getUint32(10, true) >= 14 + header;
}

/** The larger of the screen and the first picture on it: decoders make room for both. */
function gifSize(bytes: Uint8Array): PixelSize | null {
  const view = viewOf(bytes);
  const screen = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  const colours = view.getUint8(10);
  let at = 13 + (colours & 0x80 ? 3 << ((colours & 7) + 1) : 0);
  while (view.getUint8(at) === 0x21) {
    at += 2;
    for (let length = view.getUint8(at); length > 0; length = view.getUint8(at)) at += 1 + length;
    at++;
  }
  if (view.getUint8(at) !== 0x2c) return null;
  const right = view.getUint16(at + 1, true) + view.getUint16(at + 5, true);
  const bottom = view.getUint16(at + 3, true) + view.getUint16(at + 7, true);
  return { width: Math.max(screen.width, right), height: Math.max(screen.height, bottom) };
}

function webpSize(bytes: Uint8Array): PixelSize | null {
  const view = viewOf(bytes);
  const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  switch (latin(bytes, 12, 4)) {
    case 'VP8 ':
      if (latin(bytes, 23, 3) !== '\x9d\x01\x2a') return null;
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      if (view.getUint8(20) !== 0x2f) return null;
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: three(24) + 1, height: three(27) + 1 };
    default:
      return null;
  }
}
