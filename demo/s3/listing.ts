// ListObjectsV2 as a pure function over sorted keys: prefix, delimiter, pages, start-after
// (Amazon S3 API reference, ListObjectsV2). Order is that of the keys' UTF-8 bytes.

import type { DemoObject } from './content/object.ts';
import { compareKeys } from './store/key-order.ts';
import { firstIndex, type Sequence } from './store/sequence.ts';

export interface ListQuery {
  prefix: string;
  /** '' for none. */
  delimiter: string;
  /** 0 to 1000. */
  maxKeys: number;
  /** Keys up to and including this one are left out; '' for none. */
  startAfter: string;
  /** The last key or common prefix of the page before; wins over `startAfter`. */
  resumeAfter: string | undefined;
}

export interface ListPage {
  contents: DemoObject[];
  commonPrefixes: string[];
  /** Set when there is more: what the next page resumes after. */
  nextAfter: string | undefined;
}

export function listPage(objects: Sequence<DemoObject>, query: ListQuery): ListPage {
  const page: ListPage = { contents: [], commonPrefixes: [], nextAfter: undefined };
  let last: string | undefined;
  let index = firstAfter(objects, query);
  for (let object = objects.at(index); object?.key.startsWith(query.prefix); object = objects.at(index)) {
    if (query.maxKeys === 0) return page;
    if (page.contents.length + page.commonPrefixes.length === query.maxKeys)
      return { ...page, nextAfter: last };
    const common = commonPrefix(object.key, query);
    if (common === undefined) {
      page.contents.push(object);
      last = object.key;
      index += 1;
    } else {
      page.commonPrefixes.push(common);
      last = common;
      index = firstIndex(objects, index, ({ key }) => !key.startsWith(common));
    }
  }
  return page;
}

function commonPrefix(key: string, { prefix, delimiter }: ListQuery): string | undefined {
  if (delimiter === '') return undefined;
  const at = key.indexOf(delimiter, prefix.length);
  return at === -1 ? undefined : key.slice(0, at + delimiter.length);
}

function firstAfter(objects: Sequence<DemoObject>, query: ListQuery): number {
  const after = query.resumeAfter ?? query.startAfter;
  // A page that ended in a common prefix goes on behind everything below it.
  const rolledUp = query.resumeAfter !== undefined && commonPrefix(after, query) === after;
  return firstIndex(
    objects,
    0,
    ({ key }) =>
      compareKeys(key, query.prefix) >= 0 &&
      (after === '' || compareKeys(key, after) > 0) &&
      !(rolledUp && key.startsWith(after)),
  );
}
