// ListObjectVersions as a pure function over sorted versions: prefix, delimiter, markers, pages
// (Amazon S3 API reference, ListObjectVersions).

import { compareKeys } from './key-order.ts';
import type { Version } from './version.ts';

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

export interface VersionPage {
  /** `isLatest`: what everybody gets now, or that it is deleted now. */
  versions: { version: Version; isLatest: boolean }[];
  commonPrefixes: string[];
  /** Set when there is more; `id` is undefined behind a common prefix. */
  next: { key: string; id: string | undefined } | undefined;
}

export function listVersions(all: readonly Version[], query: VersionQuery): VersionPage {
  const page: VersionPage = { versions: [], commonPrefixes: [], next: undefined };
  let last: VersionPage['next'];
  let index = firstBehind(all, query);
  for (let version = all[index]; version?.key.startsWith(query.prefix); version = all[index]) {
    if (query.maxKeys === 0) return page;
    if (page.versions.length + page.commonPrefixes.length === query.maxKeys) return { ...page, next: last };
    const common = commonPrefix(version.key, query);
    if (common === undefined) {
      page.versions.push({ version, isLatest: all[index - 1]?.key !== version.key });
      last = { key: version.key, id: version.id };
      index += 1;
    } else {
      page.commonPrefixes.push(common);
      last = { key: common, id: undefined };
      while (all[index]?.key.startsWith(common)) index += 1;
    }
  }
  return page;
}

function commonPrefix(key: string, { prefix, delimiter }: VersionQuery): string | undefined {
  if (delimiter === '') return undefined;
  const at = key.indexOf(delimiter, prefix.length);
  return at === -1 ? undefined : key.slice(0, at + delimiter.length);
}

function firstBehind(all: readonly Version[], query: VersionQuery): number {
  const { keyMarker, versionMarker } = query;
  if (versionMarker !== '') {
    const marked = all.findIndex(({ key, id }) => key === keyMarker && id === versionMarker);
    if (marked !== -1) return marked + 1;
  }
  // A page that ended in a common prefix goes on behind everything below it.
  const rolledUp = keyMarker !== '' && commonPrefix(keyMarker, query) === keyMarker;
  const index = all.findIndex(
    ({ key }) =>
      compareKeys(key, query.prefix) >= 0 &&
      (keyMarker === '' || compareKeys(key, keyMarker) > 0) &&
      !(rolledUp && key.startsWith(keyMarker)),
  );
  return index === -1 ? all.length : index;
}
