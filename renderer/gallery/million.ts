/** The gallery's folder of a million names: events of one morning, written straight into packed columns. Pure. */
import { type ListPiece, MOST_NAMES_A_PIECE } from '../../electron/contract/s3-list.ts';

export const millionFolder = { bucket: 'lark-events-raw', prefix: 'clickstream/v3/' };
export const MILLION = 1_204_332;

const kinds = ['checkout', 'click', 'search', 'view'];
/** Names of one kind; they come in the order of their bytes. */
const each = Math.ceil(MILLION / kinds.length);
const firstAt = Date.UTC(2026, 8, 14, 6);

export function* millionPieces(): Generator<ListPiece> {
  for (let from = 0; from < MILLION; from += MOST_NAMES_A_PIECE)
    yield pieceFrom(from, Math.min(MILLION, from + MOST_NAMES_A_PIECE));
}

/** A name somewhere in the middle of the largest. */
export const millionKey = () => keyOf(97 * 1_234);

function pieceFrom(from: number, to: number): ListPiece {
  const count = to - from;
  const ends = new Uint32Array(count);
  const sizes = new Float64Array(count);
  const dates = new Float64Array(count);
  let keys = '';
  for (let i = 0; i < count; i++) {
    const number = from + i;
    keys += keyOf(number);
    ends[i] = keys.length;
    sizes[i] = 4_000 + ((number * 7_919) % 96_000) + (number % 97 === 0 ? 1_300_000 : 0);
    dates[i] = timeOf(number) + 120_000;
  }
  const classes = new Uint8Array(count);
  return { keys: new TextEncoder().encode(keys), ends, sizes, dates, classes, classNames: ['STANDARD'] };
}

const timeOf = (number: number) => firstAt + (number % each) * 50;
const hex = (number: number) => ((number * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0');

function keyOf(number: number): string {
  const kind = kinds[Math.floor(number / each)];
  const time = new Date(timeOf(number)).toISOString();
  const shard = String(number % 10).padStart(3, '0');
  return `${millionFolder.prefix}${kind}-${time}-eu-west-1c-shard-${shard}-${hex(number)}.json.gz`;
}
