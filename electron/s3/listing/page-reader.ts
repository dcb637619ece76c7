/**
 * Reads one answer to ListObjectsV2 from its bytes into packed columns; what S3 can't have meant is refused. Pure.
 * Source: S3 API Reference, ListObjectsV2.
 */
import { FOLDER_CLASS } from '../../contract/s3-list.ts';
import type { ClassCodes } from './class-codes.ts';
import { garbled } from './garbled.ts';
import { isOrdered, merged, type Names } from './names.ts';
import { noRows, oneAfterOther, packed, type Rows } from './pack-rows.ts';
import { readDate, readWholeNumber, resolveEntities } from './page-text.ts';
import { XmlCursor } from './xml-cursor.ts';

export interface ListedPage {
  /** Objects and folders in S3's order; when the page was not in order, as they came, folders last. */
  names: Names;
  ordered: boolean;
  truncated: boolean;
  /** Asks for the page after this one. */
  token: string | null;
}

/** The document is `<Error>`, although the status said success. */
export class ErrorInstead extends Error {
  override readonly name = 'ErrorInstead';
}

export function readPage(xml: Uint8Array, classes: ClassCodes): ListedPage {
  const found = collect(new XmlCursor(xml), xml, classes);
  const { truncated, token, keyCount, objects, folders } = found;
  // Every page of S3 says whether there is more; a page of some portal does not.
  if (truncated === null) throw garbled('it is not said whether there is more', xml);
  const { length } = objects.from;
  // Some services count the objects alone.
  if (keyCount !== null && keyCount !== length && keyCount !== length + folders.from.length)
    throw garbled(`${keyCount} names are said, ${length + folders.from.length} are there`, xml);
  const objectNames = packed(xml, objects, found.url);
  const folderNames = packed(xml, folders, found.url);
  const ordered = isOrdered(objectNames) && isOrdered(folderNames);
  const names = ordered ? merged(objectNames, folderNames) : oneAfterOther(objectNames, folderNames);
  return {
    names,
    ordered: ordered && (names === objectNames || isOrdered(names)),
    truncated,
    token: truncated ? token : null,
  };
}

interface Found {
  objects: Rows;
  folders: Rows;
  truncated: boolean | null;
  token: string | null;
  keyCount: number | null;
  url: boolean;
}

function collect(cursor: XmlCursor, xml: Uint8Array, classes: ClassCodes): Found {
  const found: Found = {
    objects: noRows(),
    folders: noRows(),
    truncated: null,
    token: null,
    keyCount: null,
    url: false,
  };
  const row = noRow();
  for (let step = cursor.next(); step !== 'end'; step = cursor.next()) {
    const { open, element } = cursor;
    if (step === 'open') {
      if (open.length === 1) requireRoot(cursor);
      else if (open.length === 2) Object.assign(row, NO_ROW);
    } else if (open.length === 2) readFact(cursor, xml, classes, row);
    else if (open.length === 1) {
      if (element === 'Contents') addRow(cursor, found.objects, row, classes.standard);
      else if (element === 'CommonPrefixes') addRow(cursor, found.folders, row, folderClass);
      else if (element !== null) readSetting(cursor, xml, found);
    }
  }
  return found;
}

function requireRoot(cursor: XmlCursor): void {
  if (cursor.element === 'Error') throw new ErrorInstead();
  if (cursor.element !== 'ListBucketResult') throw cursor.broken('not a list of a bucket');
}

const NO_ROW = { from: -1, to: -1, size: 0, date: Number.NaN, class: -1 };
const noRow = () => ({ ...NO_ROW });
type Row = ReturnType<typeof noRow>;
const folderClass = () => FOLDER_CLASS;

/** A child of an object or of a folder. */
function readFact(cursor: XmlCursor, xml: Uint8Array, classes: ClassCodes, row: Row): void {
  const { element, textFrom, textTo } = cursor;
  const parent = cursor.open[1];
  if (parent === 'CommonPrefixes' ? element !== 'Prefix' : parent !== 'Contents') return;
  switch (element) {
    case 'Prefix':
    case 'Key':
      if (!cursor.isLeaf || textTo === textFrom) throw cursor.broken('a name that is none');
      row.from = textFrom;
      row.to = textTo;
      return;
    case 'Size':
      row.size = readWholeNumber(xml, textFrom, textTo) ?? refuse(cursor, 'a size that is no number');
      return;
    case 'LastModified':
      row.date = readDate(xml, textFrom, textTo) ?? refuse(cursor, 'a time that is none');
      return;
    case 'StorageClass':
      row.class = classes.codeOf(xml, textFrom, textTo);
  }
}

function refuse(cursor: XmlCursor, why: string): never {
  throw cursor.broken(why);
}

function addRow(cursor: XmlCursor, rows: Rows, row: Row, usualClass: () => number): void {
  if (row.from === -1) throw cursor.broken('something without a name');
  rows.from.push(row.from);
  rows.to.push(row.to);
  rows.sizes.push(row.size);
  rows.dates.push(row.date);
  rows.classes.push(row.class === -1 ? usualClass() : row.class);
}

/** A child of the whole list. */
function readSetting(cursor: XmlCursor, xml: Uint8Array, found: Found): void {
  const text = () => new TextDecoder().decode(xml.subarray(cursor.textFrom, cursor.textTo));
  switch (cursor.element) {
    case 'IsTruncated':
      found.truncated =
        text() === 'true' || (text() === 'false' ? false : refuse(cursor, 'neither more nor no more'));
      return;
    case 'NextContinuationToken':
      found.token = resolveEntities(text()) || null;
      return;
    case 'KeyCount':
      found.keyCount =
        readWholeNumber(xml, cursor.textFrom, cursor.textTo) ?? refuse(cursor, 'a count that is none');
      return;
    case 'EncodingType':
      found.url = text() === 'url';
  }
}
