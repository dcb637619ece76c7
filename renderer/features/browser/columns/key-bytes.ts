/** Keys as bytes and as text: UTF-8 both ways, nothing taken off, nothing changed. Pure. */

// A key may begin with U+FEFF; a decoder takes it for a mark of the encoding unless told otherwise.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

export const decodeKey = (bytes: Uint8Array): string => decoder.decode(bytes);
export const encodeKey = (text: string): Uint8Array => encoder.encode(text);

/** Small letter of an ASCII capital; every other byte as it is. */
export const foldByte = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte);

/** Nothing beyond ASCII. */
export function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

export function isPlainBytes(bytes: Uint8Array, from = 0, to = bytes.length): boolean {
  for (let i = from; i < to; i++) if ((bytes[i] as number) > 0x7f) return false;
  return true;
}

/** Whether `part` stands in `bytes` at this place; the caller sees to the room. */
export function sameBytes(bytes: Uint8Array, at: number, part: Uint8Array): boolean {
  for (let i = 0; i < part.length; i++) if (bytes[at + i] !== part[i]) return false;
  return true;
}
