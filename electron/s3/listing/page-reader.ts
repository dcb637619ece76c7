/**
 * Reads one answer to ListObjectsV2 from its bytes into packed columns; what S3 can't have meant is refused. Pure.
 * Source: S3 API Reference, ListObjectsV2.
 */
import { FOLDER_CLASS } from '../../contract/s3-list.ts';
import type { ClassCodes } from './class-codes.ts';
import { garbled } from './garbled.ts';
import { isOrdered, merged, type Names } from './names.ts';
import { NO_CLASS, oneAfterOther, packed, Rows } from './pack-rows.ts';
import { readDate, readText, readWholeNumber } from './page-text.ts';
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
  // Some services count the objects alone.
  if (keyCount !== null && keyCount !== objects.count && keyCount !== objects.count + folders.count)
    throw garbled(`${keyCount} names are said, ${objects.count + folders.count} are there`, xml);
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

/** Used again for every page: a listing of a million names leaves no garbage behind here. */
const objects = new Rows();
const folders = new Rows();

function collect(cursor: XmlCursor, xml: Uint8Array, classes: ClassCodes): Found {
  objects.clear();
  folders.clear();
  const found: Found = { objects, folders, truncated: null, token: null, keyCount: null, url: false };
  for (let step = cursor.next(); step !== 'end'; step = cursor.next()) {
    const { open, element } = cursor;
    const rows = rowsOf(open.length === 2 && step === 'close' ? open[1] : element);
    if (step === 'open') {
      if (open.length === 1) requireRoot(cursor);
      else if (open.length === 2) rows?.begin();
    } else if (open.length === 2) {
      if (rows) readFact(cursor, xml, classes, rows);
    } else if (open.length === 1) {
      if (rows) endRow(cursor, rows, classes);
      else if (element !== null) readSetting(cursor, xml, found);
    }
  }
  return found;
}

function rowsOf(element: string | null | undefined): Rows | null {
  return element === 'Contents' ? objects : element === 'CommonPrefixes' ? folders : null;
}

function requireRoot(cursor: XmlCursor): void {
  if (cursor.element === 'Error') throw new ErrorInstead();
  if (cursor.element !== 'ListBucketResult') throw cursor.broken('not a list of a bucket');
}

/** A child of an object or of a folder. */
function readFact(cursor: XmlCursor, xml: Uint8Array, classes: ClassCodes, rows: Rows): void {
  const { element, textFrom, textTo } = cursor;
  const at = rows.count;
  if (element === (rows === folders ? 'Prefix' : 'Key')) {
    if (!cursor.isLeaf || textTo === textFrom) throw cursor.broken('a name that is none');
    rows.from[at] = textFrom;
    rows.to[at] = textTo;
    return;
  }
  if (rows === folders || element === null) return;
  requireLeaf(cursor);
  switch (element) {
    case 'Size':
      rows.sizes[at] = readWholeNumber(xml, textFrom, textTo) ?? refuse(cursor, 'a size that is no number');
      return;
    case 'LastModified':
      rows.dates[at] = readDate(xml, textFrom, textTo) ?? refuse(cursor, 'a time that is none');
      return;
    case 'StorageClass':
      rows.classes[at] = classes.codeOf(xml, textFrom, textTo);
  }
}

/** Of a text with elements in it only the end would be read. */
function requireLeaf(cursor: XmlCursor): void {
  if (!cursor.isLeaf) throw cursor.broken('elements where a text should be');
}

function refuse(cursor: XmlCursor, why: string): never {
  throw cursor.broken(why);
}

function endRow(cursor: XmlCursor, rows: Rows, classes: ClassCodes): void {
  if (!rows.hasKey()) throw cursor.broken('something without a name');
  if (rows === folders) rows.classes[rows.count] = FOLDER_CLASS;
  else if (rows.classes[rows.count] === NO_CLASS) rows.classes[rows.count] = classes.standard();
  rows.count++;
}

/** A child of the whole list. */
function readSetting(cursor: XmlCursor, xml: Uint8Array, found: Found): void {
  const text = () => readText(xml, cursor.textFrom, cursor.textTo);
  requireLeaf(cursor);
  switch (cursor.element) {
    case 'IsTruncated':
      found.truncated =
        text() === 'true' || (text() === 'false' ? false : refuse(cursor, 'neither more nor no more'));
      return;
    case 'NextContinuationToken':
      found.token = text() || null;
      return;
    case 'KeyCount':
      found.keyCount =
        readWholeNumber(xml, cursor.textFrom, cursor.textTo) ?? refuse(cursor, 'a count that is none');
      return;
    case 'EncodingType':
      found.url = text() === 'url';
  }
}
