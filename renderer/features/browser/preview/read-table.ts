/** CSV and its kin as rows of text, read by Papa Parse. A formula in a cell is the text that it is. Pure. */
import Papa from 'papaparse';
import { MOST_CELLS, MOST_COLUMNS, MOST_ROWS } from './limits.ts';

export interface Table {
  delimiter: string;
  /** From line 1, when that looks like names; else null. */
  names: string[] | null;
  rows: string[][];
  /** Columns that are drawn, and those that are left out. */
  columns: number;
  hiddenColumns: number;
  /** Rows that were read and are left out. */
  more: boolean;
  /** Columns whose cells are all numbers, or empty. */
  numeric: boolean[];
  /** The row from which on a quotation mark is open, so that the rest is one cell; from 1. */
  openQuote: number | null;
  /** False: quotation marks are characters like others. */
  quoted: boolean;
}

interface TableOptions {
  /** False: the last row is cut, and not shown. */
  complete: boolean;
  delimiter?: string | undefined;
}

const delimiters = [',', ';', '\t', '|'];
/** So much is looked at to find the delimiter and which columns are numbers. */
const SAMPLE_CHARACTERS = 64_000;
const SAMPLE_ROWS = 200;
/** A cell of which so much stands in an open quotation is no cell any more. */
const LONG_QUOTE = 20_000;
const MOST_ODD_QUOTES = 100;
/** Empty lines that are passed over. */
const MOST_READ = MOST_ROWS;

export function readTable(text: string, { complete, delimiter = delimiterOf(text) }: TableOptions): Table {
  const all: string[][] = [];
  const quoted = quotesPair(text, delimiter);
  let cells = 0;
  let read = 0;
  let more = false;
  let isOpen = false;
  Papa.parse<string[]>(text, {
    delimiter,
    worker: false,
    fastMode: quoted ? undefined : true,
    step({ data, errors }, parser) {
      isOpen = errors.some(({ code }) => code === 'MissingQuotes');
      // A line of nothing is no row; a file may be full of them.
      if (data.length === 1 && data[0] === '' && ++read <= MOST_READ) return;
      if (read > MOST_READ || all.length === MOST_ROWS || (cells > 0 && cells + data.length > MOST_CELLS)) {
        more = true;
        return parser.abort();
      }
      cells += data.length;
      all.push(data);
    },
  });
  const openQuote = isOpen && !more && isSwallowed(all.at(-1), complete) ? all.length : null;
  if (!complete && !more && !/[\r\n]$/.test(text)) all.pop();
  else if (!complete && !more && isOpen) all.pop();
  const [first, ...rest] = all;
  const hasNames = first !== undefined && rest.length > 0 && looksLikeNames(first);
  const rows = hasNames ? rest : all;
  const widest = all.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Math.min(widest, MOST_COLUMNS);
  return {
    delimiter,
    names: hasNames ? first : null,
    rows,
    columns,
    hiddenColumns: widest - columns,
    more,
    numeric: Array.from({ length: columns }, (_, column) => isNumeric(rows, column)),
    openQuote,
    quoted,
  };
}

/** Where they mostly stand in no place of CSV's, they are characters like others. */
function quotesPair(text: string, delimiter: string): boolean {
  const { errors } = Papa.parse(text.slice(0, SAMPLE_CHARACTERS / 4), {
    delimiter,
    preview: SAMPLE_ROWS,
  });
  return errors.filter(({ code }) => code === 'InvalidQuotes').length <= MOST_ODD_QUOTES;
}

function delimiterOf(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const { meta } = Papa.parse(sample, { preview: 20, delimitersToGuess: delimiters, skipEmptyLines: true });
  return delimiters.includes(meta.delimiter) ? meta.delimiter : ',';
}

function isSwallowed(last: readonly string[] | undefined, complete: boolean): boolean {
  return complete || (last?.at(-1)?.length ?? 0) > LONG_QUOTE;
}

/** Each column has one, none of them is a number, no two are the same. */
function looksLikeNames(row: readonly string[]): boolean {
  return (
    row.every((cell) => cell.trim() !== '' && cell.length < 200 && !number.test(cell.trim())) &&
    new Set(row).size === row.length
  );
}

/** As people write them: a sign, points or commas between the digits, a percent sign. */
const number = /^[+-]?\d[\d.,' \u00a0\u202f]{0,40}(?:[eE][+-]?\d{1,4})?%?$/;

function isNumeric(rows: readonly (readonly string[])[], column: number): boolean {
  let found = false;
  for (const row of rows.slice(0, SAMPLE_ROWS)) {
    const cell = row[column]?.trim() ?? '';
    if (cell === '') continue;
    if (!number.test(cell)) return false;
    found = true;
  }
  return found;
}
