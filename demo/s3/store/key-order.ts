// The order in which S3 lists: that of the keys' UTF-8 bytes. Pure.

export function compareKeys(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
}

export function sortByKey<T extends { key: string }>(all: T[]): T[] {
  return all
    .map((one) => ({ one, bytes: Buffer.from(one.key, 'utf8') }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ one }) => one);
}
