// Numbers that look like chance, straight from a number: whatever is generated is the same at every look. Pure.

/** A whole number from 0 to 2^32 - 1 (the finish of MurmurHash3, by Austin Appleby). */
export function mix(number: number, salt: number): number {
  let mixed = (number ^ Math.imul(salt, 0x9e3779b1)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Eight digits. */
export function hex(number: number): string {
  return `${BYTES[number >>> 24]}${BYTES[(number >>> 16) & 255]}${BYTES[(number >>> 8) & 255]}${BYTES[number & 255]}`;
}

/** In the form of a random UUID (RFC 9562, version 4); `first` are its first eight digits. */
export function uuid(first: number, number: number, salt: number): string {
  const [second, third, fourth] = [mix(number, salt), mix(number, salt + 1), mix(number, salt + 2)];
  const middle = hex(second);
  const end = hex(third);
  return `${hex(first)}-${middle.slice(0, 4)}-4${middle.slice(5)}-a${end.slice(1, 4)}-${end.slice(4)}${hex(fourth)}`;
}
