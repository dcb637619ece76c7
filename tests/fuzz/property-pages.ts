/**
 * A page of names, spoiled in any way and come in any chunks: the rows that another reader finds in it, or an
 * `AppError`; no more steps than it has tags, no more memory than it has bytes.
 */
import { Readable } from 'node:stream';
import fc, { type IAsyncProperty } from 'fast-check';
import { FOLDER_CLASS } from '../../electron/contract/s3-list.ts';
import { AppError } from '../../electron/lib/app-error.ts';
import { withBody } from '../../electron/s3/listing/body.ts';
import { createClassCodes } from '../../electron/s3/listing/class-codes.ts';
import { keyAt } from '../../electron/s3/listing/names.ts';
import { ErrorInstead, readPage } from '../../electron/s3/listing/page-reader.ts';
import { XmlCursor } from '../../electron/s3/listing/xml-cursor.ts';
import { mutate, mutationNames } from './mutations.ts';
import { type OtherPage, readOther, unescaped } from './pages/other-reader.ts';
import { PIECES, page } from './pages/write-page.ts';
import { tally } from './tally.ts';

const MOST_BYTES = 2_000_000;

const place = fc.nat(200_000);
const repeats = fc.oneof(
  { weight: 200, arbitrary: fc.constantFrom(1, 2) },
  { weight: 1, arbitrary: fc.constant(20_000) },
);
const insertion = fc.record({
  piece: fc.constantFrom(...PIECES),
  at: place,
  times: repeats,
});
const step = fc.record({ how: fc.constantFrom(...mutationNames), a: place, b: place });
const flips = fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 3 });
const spoiled = fc.record({
  page: fc.oneof({ weight: 19, arbitrary: page }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
  insertions: fc.array(insertion, { maxLength: 3 }),
  steps: fc.array(step, { maxLength: 2 }),
  flips: fc.oneof({ weight: 9, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: flips }),
  cuts: fc.array(place, { maxLength: 4 }),
});
type Spoiled = typeof spoiled extends fc.Arbitrary<infer T> ? T : never;

export function pageProperty(): IAsyncProperty<unknown> {
  return fc.asyncProperty(spoiled, async (how) => {
    const bytes = spoil(how);
    const whole = read(bytes);
    tally(typeof whole === 'string' ? whole : 'taken');
    checkRows(bytes, whole);
    const pieces = await readInPieces(bytes, how.cuts);
    if (JSON.stringify(pieces) !== JSON.stringify(whole))
      throw new Error(`read otherwise in pieces: ${JSON.stringify(pieces)}`);
  }) as IAsyncProperty<unknown>;
}

/** Pieces go to behind a tag, or anywhere when there is none. */
function spoil({ page, insertions, steps, flips }: Spoiled): Buffer {
  let text = page;
  for (const { piece, at, times } of insertions) {
    const tags = [...text.matchAll(/[<>]/g)];
    const where = tags[at % Math.max(1, tags.length)]?.index ?? at % (text.length + 1);
    const to = text[where] === '>' ? where + 1 : where;
    if (text.length + piece.length * times < MOST_BYTES)
      text = text.slice(0, to) + piece.repeat(times) + text.slice(to);
  }
  const bytes = Buffer.from(mutate(text, steps));
  for (const [at, value] of flips) if (bytes.length > 0) bytes[at % bytes.length] = value;
  return bytes;
}

let stepsTaken = 0;
const { next } = XmlCursor.prototype;
XmlCursor.prototype.next = function counted(this: XmlCursor) {
  stepsTaken++;
  return next.call(this);
};

function read(bytes: Uint8Array): OtherPage | string {
  const classes = createClassCodes();
  stepsTaken = 0;
  try {
    const { names, truncated, token } = readPage(bytes, classes);
    const most = bytes.filter((byte) => byte === 0x3c).length;
    if (stepsTaken > 2 * most + 2) throw new Error(`${stepsTaken} steps over ${most} tags`);
    if (names.keys.length > bytes.length) throw new Error(`${names.keys.length} bytes of keys`);
    const rows: OtherPage = { objects: [], folders: [], truncated, token };
    for (const i of names.ends.keys()) {
      const key = keyAt(names, i);
      const storageClass = classes.names[names.classes[i] ?? -1] ?? '?';
      if (names.classes[i] === FOLDER_CLASS) rows.folders.push(key);
      else rows.objects.push({ key, size: names.sizes[i] ?? -1, date: names.dates[i] ?? -1, storageClass });
    }
    return rows;
  } catch (error) {
    if (error instanceof ErrorInstead) return 'an error instead';
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** As it comes from the network, into memory that was used before. */
async function readInPieces(bytes: Buffer, cuts: readonly number[]): Promise<OtherPage | string> {
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  const chunks = at.slice(1).map((to, i) => bytes.subarray(at[i], to));
  return withBody(Readable.from(chunks), MOST_BYTES * 2, read);
}

function checkRows(bytes: Buffer, rows: OtherPage | string): void {
  const other = readOther(bytes);
  if (typeof rows === 'string') return;
  if ('why' in other) throw new Error(`taken, although ${other.why}`);
  if ('malformed' in other) {
    tally('taken although malformed');
    requireFound(bytes, rows);
    return;
  }
  // The last of sixteen digits is more than a double holds.
  for (const [i, row] of other.page.objects.entries())
    if (row.size > Number.MAX_SAFE_INTEGER) row.size = rows.objects[i]?.size ?? row.size;
  if (JSON.stringify(rows) !== JSON.stringify(other.page))
    throw new Error(`${JSON.stringify(rows)} was read, ${JSON.stringify(other.page)} is there`);
}

/** What no parser takes may be read by what is there, but no name may be made up. */
function requireFound(bytes: Buffer, { objects, folders }: OtherPage): void {
  const text = bytes.toString('latin1');
  const there = new Set<string>();
  for (const [, , raw = ''] of text.matchAll(/<(Key|Prefix)(?=[\s>/])[^<]*?>([^<]*)</g)) {
    for (const one of [raw, withEntities(raw)]) {
      there.add(one);
      there.add(decodedOr(one));
    }
  }
  const invented = [...objects.map(({ key }) => key), ...folders].find((key) => !there.has(key));
  if (invented !== undefined) throw new Error(`no element holds ${JSON.stringify(invented)}`);
}

function decodedOr(bytes: string): string {
  try {
    return unescaped(Buffer.from(bytes, 'latin1').toString('utf8'));
  } catch {
    return bytes;
  }
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
function withEntities(bytes: string): string {
  return bytes.replace(/&(#x?)?(\w+);/gi, (all, number: string | undefined, name: string) => {
    if (number === undefined) return NAMED[name] ?? all;
    const point = Number.parseInt(name, number.length > 1 ? 16 : 10);
    return point <= 0x10ffff ? Buffer.from(String.fromCodePoint(point)).toString('latin1') : all;
  });
}
