// ListObjectVersions as a pure function over sorted versions: prefix, delimiter, markers, pages
// (Amazon S3 API reference, ListObjectVersions).

import { compareKeys } from './key-order.ts';
import { firstIndex, type Sequence } from './sequence.ts';

export interface VersionQuery {
  prefix: string;
  /** '' for none. */
  delimiter: string;
  /** 0 to 1000. */
  maxKeys: number;
  /** '' for none. */
  keyMarker: string;
  /** '' for none: then everything of the marked key is left out. */
  versionMarker: string;
}

interface Listed {
  key: string;
  id: string;
}

export interface VersionPage<T extends Listed> {
  /** `isLatest`: what everybody gets now, or that it is deleted now. */
  versions: { version: T; isLatest: boolean }[];
  commonPrefixes: string[];
  /** Set when there is more; `id` is undefined behind a common prefix. */
  next: { key: string; id: string | undefined } | undefined;
}

export function listVersions<T extends Listed>(all: Sequence<T>, query: VersionQuery): VersionPage<T> {
  const page: VersionPage<T> = { versions: [], commonPrefixes: [], next: undefined };
  let last: VersionPage<T>['next'];
  let index = firstBehind(all, query);
  for (let version = all.at(index); version?.key.startsWith(query.prefix); version = all.at(index)) {
    if (query.maxKeys === 0) return page;
    if (page.versions.length + page.commonPrefixes.length === query.maxKeys) return { ...page, next: last };
    const common = commonPrefix(version.key, query);
    if (common === undefined) {
      page.versions.push({ version, isLatest: index === 0 || all.at(index - 1)?.key !== version.key });
      last = { key: version.key, id: version.id };
      index += 1;
    } else {
      page.commonPrefixes.push(common);
      last = { key: common, id: undefined };
      index = firstIndex(all, index, ({ key }) => !key.startsWith(common));
    }
  }
  return page;
}

function commonPrefix(key: string, { prefix, delimiter }: VersionQuery): string | undefined {
  if (delimiter === '') return undefined;
  const at = key.indexOf(delimiter, prefix.length);
  return at === -1 ? undefined : key.slice(0, at + delimiter.length);
}

function firstBehind(all: Sequence<Listed>, query: VersionQuery): number {
  const { keyMarker, versionMarker } = query;
  if (versionMarker !== '') {
    let index = firstIndex(all, 0, ({ key }) => compareKeys(key, keyMarker) >= 0);
    for (let one = all.at(index); one?.key === keyMarker; one = all.at(++index))
      if (one.id === versionMarker) return index + 1;
  }
  // A page that ended in a common prefix goes on behind everything below it.
  const rolledUp = keyMarker !== '' && commonPrefix(keyMarker, query) === keyMarker;
  return firstIndex(
    all,
    0,
    ({ key }) =>
      compareKeys(key, query.prefix) >= 0 &&
      (keyMarker === '' || compareKeys(key, keyMarker) > 0) &&
      !(rolledUp && key.startsWith(keyMarker)),
  );
}
