/** The pixels of a JPEG, by the frame header that its decoder takes. Pure. Source: ITU T.81, annex B. */
import type { PixelSize } from './image-size.ts';

/** Throws a RangeError where the bytes end before that. */
export function jpegSize(bytes: Uint8Array): PixelSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Any number of them may stand before a marker.
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // Nothing but a frame may come before the scan, and these have no length.
    if (marker === 0xda || marker === 0xd9 || marker === 0x00) return null;
    const alone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += 2 + (alone ? 0 : Math.max(2, view.getUint16(at + 2)));
  }
}

/** SOF0 to SOF15, without the three tables that lie among them. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
