import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Canned, inBucket, openCanned, refuse, sayPortal } from './canned.test-parts.ts';

let canned: Canned;
beforeAll(async () => {
  canned = await openCanned();
});
beforeEach(() => {
  canned.asked.length = 0;
});
afterAll(() => canned.close());

interface Entry {
  key: string;
  version: string;
  marker?: boolean;
  present?: boolean;
}
const encode = (key: string) => encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/');
const entry = ({ key, version, marker = false, present = false }: Entry) => {
  const kind = marker ? 'DeleteMarker' : 'Version';
  const more = marker
    ? ''
    : '<ETag>&quot;e&quot;</ETag><Size>7</Size><StorageClass>STANDARD_IA</StorageClass>';
  return `<${kind}><Key>${encode(key)}</Key><VersionId>${version}</VersionId><IsLatest>${present}</IsLatest><LastModified>2026-06-30T10:00:00.000Z</LastModified>${more}<Owner><ID>o</ID></Owner></${kind}>`;
};
const page = (entries: readonly Entry[], next?: { key: string; version?: string }) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ListVersionsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>bucket</Name><Prefix/><EncodingType>url</EncodingType><IsTruncated>${next !== undefined}</IsTruncated>${next ? `<NextKeyMarker>${encode(next.key)}</NextKeyMarker><NextVersionIdMarker>${next.version ?? ''}</NextVersionIdMarker>` : ''}${entries.map(entry).join('')}<CommonPrefixes><Prefix>deeper/</Prefix></CommonPrefixes></ListVersionsResult>`;
const says = (xml: string) => {
  canned.say = (_request, response) => response.setHeader('Content-Type', 'application/xml').end(xml);
};
const versions = (key: string, after: string | null = null) =>
  canned.ask({ op: 'versions', ...inBucket, key, after });
const deleted = (prefix: string, after: string | null = null) =>
  canned.ask({ op: 'deleted', ...inBucket, prefix, after });

describe('the versions of a key', () => {
  it('come in S3’s order, whatever their dates say', async () => {
    says(
      page([
        { key: 'k', version: 'c', marker: true, present: true },
        { key: 'k', version: 'b' },
        { key: 'k', version: 'a', marker: true },
        { key: 'k', version: 'null' },
      ]),
    );
    const answer = await versions('k');
    expect(answer).toMatchObject({ kind: 'versions', complete: true });
    if (answer.kind !== 'versions') return;
    expect(answer.versions.map(({ version, isMarker, isPresent }) => [version, isMarker, isPresent])).toEqual(
      [
        ['c', true, true],
        ['b', false, false],
        ['a', true, false],
        ['null', false, false],
      ],
    );
    expect(answer.versions[1]).toEqual({
      version: 'b',
      isMarker: false,
      isPresent: false,
      modifiedAt: Date.UTC(2026, 5, 30, 10),
      sizeBytes: 7,
      storageClass: 'STANDARD_IA',
      etag: '"e"',
    });
  });

  it('are of that very key only', async () => {
    says(
      page(
        [
          { key: 'k', version: 'a', present: true },
          { key: 'k/x', version: 'b', present: true },
        ],
        { key: 'k/x', version: 'b' },
      ),
    );
    expect(await versions('k')).toMatchObject({ versions: [{ version: 'a' }], complete: true });
  });

  it.each(['a//b', ' ', 'a+b', '%2F', 'ü', '\u{1f600}', '<&">', '\u0001', 'twin e\u0301'])(
    'of %j are found by its bytes',
    async (key) => {
      says(page([{ key, version: 'a', present: true }]));
      expect(await versions(key)).toMatchObject({ versions: [{ version: 'a' }] });
      const { searchParams } = new URL(canned.asked[0]?.slice(4) ?? '', 'http://s3');
      expect([searchParams.get('prefix'), searchParams.get('encoding-type')]).toEqual([key, 'url']);
    },
  );

  it('a hundred thousand of them come page by page, each only when it is asked for', async () => {
    const all = Array.from({ length: 100_000 }, (_, i) => ({ key: 'k', version: `v${i}`, present: i === 0 }));
    canned.say = (_request, response, ask) => {
      const after = ask.get('version-id-marker');
      expect(ask.get('key-marker')).toBe(after === null ? null : 'k');
      const from = after === null ? 0 : Number(after.slice(1)) + 1;
      const to = from + 1000;
      response.end(page(all.slice(from, to), { key: 'k', version: `v${to - 1}` }));
    };
    const first = await versions('k');
    expect(first).toMatchObject({ complete: false });
    expect(canned.asked).toHaveLength(1);
    const second = await versions('k', 'v999');
    expect(second.kind === 'versions' && second.versions.map(({ version }) => version)).toEqual(
      all.slice(1000, 2000).map(({ version }) => version),
    );
    expect(canned.asked).toHaveLength(2);
  });

  it('of a service that sends the same page again are refused', async () => {
    says(page([{ key: 'k', version: 'a' }], { key: 'k', version: 'a' }));
    expect(await versions('k', 'a')).toMatchObject({ failure: { code: 's3-answer-garbled' } });
  });
});

describe('what was deleted in a folder', () => {
  it('is each key whose newest version is a delete marker', async () => {
    says(
      page([
        { key: 'f/gone now', version: 'm', marker: true, present: true },
        { key: 'f/gone now', version: 'v' },
        { key: 'f/back', version: 'v2', present: true },
        { key: 'f/back', version: 'm1', marker: true },
      ]),
    );
    expect(await deleted('f/')).toMatchObject({
      deleted: [{ key: 'f/gone now', marker: 'm', deletedAt: Date.UTC(2026, 5, 30, 10) }],
      after: null,
    });
    const { searchParams } = new URL(canned.asked[0]?.slice(4) ?? '', 'http://s3');
    expect([searchParams.get('prefix'), searchParams.get('delimiter')]).toEqual(['f/', '/']);
  });

  it('is looked for through five pages an answer, and goes on where it was', async () => {
    let pages = 0;
    canned.say = (_request, response, ask) => {
      expect(ask.get('key-marker')).toBe(pages === 0 ? null : `k${pages - 1}`);
      expect(ask.get('version-id-marker')).toBeNull();
      const key = `k${pages++}`;
      response.end(page([{ key, version: 'm', marker: true, present: true }], { key, version: 'm' }));
    };
    const first = await deleted('');
    expect(first).toMatchObject({
      after: 'k4',
      deleted: ['k0', 'k1', 'k2', 'k3', 'k4'].map((key) => ({ key })),
    });
    const more = await deleted('', 'k4');
    expect(more).toMatchObject({ after: 'k9' });
  });

  it('of which much is on one page comes at once', async () => {
    const many = Array.from({ length: 600 }, (_, i) => ({
      ...{ key: `k${String(i).padStart(4, '0')}`, version: 'm' },
      ...{ marker: true, present: true },
    }));
    says(page(many, { key: 'k0599', version: 'm' }));
    const answer = await deleted('');
    expect(answer.kind === 'deleted' && [answer.deleted.length, answer.after]).toEqual([600, 'k0599']);
    expect(canned.asked).toHaveLength(1);
  });

  it('goes on behind a folder', async () => {
    canned.say = (_request, response, ask) =>
      response.end(ask.get('key-marker') === 'deeper/' ? page([]) : page([], { key: 'deeper/' }));
    expect(await deleted('')).toMatchObject({ deleted: [], after: null });
  });

  it.each([
    ['says there is more, but not where', '<IsTruncated>true</IsTruncated>'],
    ['says the same place again', '<IsTruncated>true</IsTruncated><NextKeyMarker>k</NextKeyMarker>'],
  ])('on a page that %s is refused', async (_what, settings) => {
    says(`<ListVersionsResult>${settings}</ListVersionsResult>`);
    expect(await deleted('', 'k')).toMatchObject({ failure: { code: 's3-answer-garbled' } });
  });
});

describe('a page of versions that is none', () => {
  const good = page([{ key: 'k', version: 'a', present: true }]);
  it.each([
    ['nothing', ''],
    ['cut XML', good.slice(0, 300)],
    ['without its end', good.slice(0, -5)],
    ['another list', good.replaceAll('ListVersionsResult', 'ListBucketResult')],
    ['not said whether there is more', good.replace('<IsTruncated>false</IsTruncated>', '')],
    ['a DOCTYPE', good.replace('<ListVersions', '<!DOCTYPE x [<!ENTITY a "b">]><ListVersions')],
    ['an entity of its own', good.replace('<Name>bucket', '<Name>&a;')],
    ['no key', good.replace('<Key>k</Key>', '')],
    ['a size that is none', good.replace('<Size>7', '<Size>-7')],
    ['a broken escape', good.replace('<Key>k', '<Key>%zz')],
    ['bytes that are no text', good.replace('<Key>k', '<Key>%ff')],
    [
      'more than was asked for',
      page(Array.from({ length: 1001 }, (_, i) => ({ key: 'k', version: `v${i}` }))),
    ],
  ])('(%s) is garbled', async (_what, xml) => {
    says(xml);
    expect(await versions('k')).toMatchObject({ failure: { code: 's3-answer-garbled' } });
  });

  it('because it is a portal’s is garbled', async () => {
    canned.say = sayPortal;
    expect(await versions('k')).toMatchObject({ failure: { code: 's3-answer-garbled' } });
  });

  it('but an error is that error, also under a status of success', async () => {
    canned.say = (_request, response) => refuse(response, 200, 'AccessDenied');
    expect(await versions('k')).toMatchObject({ failure: { code: 's3-access-denied' } });
    canned.say = (_request, response) => refuse(response, 403, 'AccessDenied');
    expect(await deleted('f/')).toMatchObject({
      failure: { code: 's3-access-denied', subject: 'bucket/f/', requestId: 'R1' },
    });
  });

  it('with odd facts keeps what it can', async () => {
    says(
      good
        .replace('2026-06-30T10:00:00.000Z', 'yesterday')
        .replace('<VersionId>a</VersionId>', '')
        .replace('STANDARD_IA', 'C'.repeat(100))
        .replace('&quot;e&quot;', 'e'.repeat(3000)),
    );
    const answer = await versions('k');
    expect(answer).toMatchObject({ versions: [{ version: 'null', modifiedAt: null }] });
  });
});
