/** Eight bytes as a row, as many as fit beside a list: where they begin, each in two digits, and those that are ASCII. Pure. */

export interface HexRow {
  offset: string;
  hex: string;
  ascii: string;
}

export const HEX_ROW_BYTES = 8;

export function hexRow(bytes: Uint8Array, row: number): HexRow {
  const from = row * HEX_ROW_BYTES;
  const some = [...bytes.subarray(from, from + HEX_ROW_BYTES)];
  const digits = some.map((byte) => byte.toString(16).padStart(2, '0'));
  return {
    offset: from.toString(16).padStart(5, '0'),
    hex: digits.join(' ').padEnd(3 * HEX_ROW_BYTES - 1),
    ascii: some.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join(''),
  };
}
