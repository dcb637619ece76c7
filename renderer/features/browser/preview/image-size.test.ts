import { describe, expect, it } from 'vitest';
import { imageFormat, imageSize } from './image-size.ts';

const bytesOf = (...bytes: number[]) => Uint8Array.from(bytes);

describe('a picture', () => {
  const file = (text: string, ...more: number[]) =>
    Uint8Array.from([...[...text].map((char) => char.charCodeAt(0)), ...more]);
  const box = (name: string, inner: Uint8Array) =>
    Uint8Array.from([0, 0, (inner.length + 8) >> 8, (inner.length + 8) & 255, ...file(name), ...inner]);
  const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
  const ispe = (w: number, h: number) =>
    box('ispe', bytesOf(0, 0, 0, 0, 0, 0, w >> 8, w & 255, 0, 0, h >> 8, h & 255));
  const avif = join(
    box('ftyp', file('avif\0\0\0\0mif1')),
    box(
      'meta',
      join(
        bytesOf(0, 0, 0, 0),
        box('hdlr', bytesOf(1, 2)),
        box('iprp', box('ipco', join(ispe(10, 10), ispe(640, 480)))),
      ),
    ),
  );
  const bmp = (w: number, h: number) => {
    const view = new DataView(new ArrayBuffer(54));
    view.setUint16(0, 0x424d);
    view.setUint32(10, 54, true);
    view.setUint32(14, 40, true);
    view.setInt32(18, w, true);
    view.setInt32(22, h, true);
    return new Uint8Array(view.buffer);
  };

  it.each<[string, Uint8Array, string, [number, number]]>([
    ['PNG', file('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 0, 0, 3, 32, 0, 0, 2, 88), 'PNG', [800, 600]],
    [
      'JPEG',
      file('\xff\xd8', 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc4, 0, 2, 0xff, 0xc2, 0, 17, 8, 2, 88, 3, 32),
      'JPEG',
      [800, 600],
    ],
    [
      'GIF',
      file('GIF89a', 32, 3, 88, 2, 0, 0, 0, 0x21, 0xf9, 1, 9, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0),
      'GIF',
      [800, 600],
    ],
    [
      'GIF with a picture larger than its screen',
      file('GIF87a', 1, 0, 1, 0, 0x80, 0, 0, 1, 2, 3, 4, 5, 6, 0x2c, 1, 0, 0, 0, 31, 3, 88, 2),
      'GIF',
      [800, 600],
    ],
    ['WebP', file('RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a', 32, 3, 88, 2), 'WebP', [800, 600]],
    ['WebP, lossless', file('RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f', 0x1f, 0xc3, 0x95, 0x00), 'WebP', [800, 600]],
    ['WebP, extended', file('RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0', 31, 3, 0, 87, 2, 0), 'WebP', [800, 600]],
    ['AVIF', avif, 'AVIF', [640, 480]],
    ['BMP', bmp(800, -600), 'BMP', [800, 600]],
  ])(
    '%s is known by its first bytes, and its pixels by its header',
    (_what, bytes, format, [width, height]) => {
      expect(imageFormat(bytes)).toBe(format);
      expect(imageSize(bytes, imageFormat(bytes) ?? 'PNG')).toEqual({ width, height });
      for (let cut = 0; cut < bytes.length - 8; cut += 3)
        imageSize(bytes.subarray(0, cut), imageFormat(bytes) ?? 'PNG');
    },
  );

  it('without a size has none', () => {
    expect(imageSize(file('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 0, 0, 0, 0, 0, 0, 2, 88), 'PNG')).toBeNull();
    expect(imageSize(file('\xff\xd8\xff\xda\0\x02'), 'JPEG')).toBeNull();
    expect(imageSize(file('\xff\xd8\xff\xe0\0\x02'), 'JPEG')).toBeNull();
  });
});
