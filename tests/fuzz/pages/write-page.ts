/** Answers to ListObjectsV2 as S3 and its like write them: any keys, in any order, url-encoded or not. Pure. */
import fc from 'fast-check';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const ROOT = '<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">';

/** XML has no way to say control characters and halves of letters. */
const sayable = (text: string) => text.replace(/[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu, '_');
const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string) => sayable(text).replace(/[&<>]/g, (sign) => signs[sign] ?? sign);
const urlEncoded = (text: string) =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '_'))
    .replaceAll('%20', '+')
    .replaceAll('%2F', '/');

const word = fc.constantFrom(
  'a',
  'b',
  'photos',
  '2026-06-30',
  'café',
  '🪁',
  'a b',
  'a+b',
  '100%',
  '<b>',
  '&amp;',
);
const key = fc.oneof(
  { weight: 3, arbitrary: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join('/')) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }) },
);
const size = fc.oneof(fc.maxSafeNat(), fc.constantFrom(0, 1, 5_368_709_120));
const date = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') });
const storageClass = fc.constantFrom('STANDARD', 'GLACIER', 'DEEP_ARCHIVE', '');
const object = fc.record({ key, size, date, storageClass });

export const page = fc
  .record({
    objects: fc.array(object, { maxLength: 8 }),
    folders: fc.array(key, { maxLength: 4 }),
    url: fc.boolean(),
    sorted: fc.boolean(),
    more: fc.boolean(),
    /** Where the settings stand: before the names, or behind them. */
    first: fc.boolean(),
  })
  .map(({ objects, folders, url, sorted, more, first }) => {
    const say = url ? urlEncoded : escaped;
    const names = [
      ...objects.map(({ key, size, date, storageClass }) => ({
        key,
        text: `<Contents><Key>${say(key)}</Key><LastModified>${date.toISOString()}</LastModified><ETag>&quot;d41d8cd9&quot;</ETag><Size>${size}</Size>${storageClass && `<StorageClass>${storageClass}</StorageClass>`}</Contents>`,
      })),
      ...folders.map((folder) => ({
        key: `${folder}/`,
        text: `<CommonPrefixes><Prefix>${say(`${folder}/`)}</Prefix></CommonPrefixes>`,
      })),
    ];
    if (sorted) names.sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
    const settings = [
      '<Name>bucket</Name><Prefix/><MaxKeys>1000</MaxKeys>',
      url ? '<EncodingType>url</EncodingType>' : '',
      `<KeyCount>${names.length}</KeyCount><IsTruncated>${more}</IsTruncated>`,
      more ? '<NextContinuationToken>1/+=&amp;</NextContinuationToken>' : '',
    ].join('');
    const all = names.map(({ text }) => text).join('');
    return `${DECLARATION}${ROOT}${first ? settings + all : all + settings}</ListBucketResult>`;
  });

/** What is put between two signs or two tags of a page. */
export const PIECES = [
  '<Contents><Key>evil</Key></Contents>',
  '<Contents><Size>1</Size></Contents>',
  '<Contents/>',
  '<CommonPrefixes><Prefix>evil/</Prefix></CommonPrefixes>',
  '<CommonPrefixes><Key>evil</Key></CommonPrefixes>',
  '<Key>evil</Key>',
  '<Key></Key>',
  '<Size>7</Size>',
  '<Size>-1</Size>',
  '<Size>&#49;</Size>',
  '<LastModified>2026-13-01T00:00:00.000Z</LastModified>',
  '<LastModified>2026-06-30T10:00:00+02:00</LastModified>',
  '<StorageClass>STAND&#65;RD</StorageClass>',
  '<Owner><Key>evil</Key><Size>9</Size></Owner>',
  '<Prefix>evil</Prefix>',
  '<EncodingType>url</EncodingType>',
  '<EncodingType>u&#114;l</EncodingType>',
  '<IsTruncated>true</IsTruncated>',
  '<IsTruncated>false</IsTruncated>',
  '<IsTruncated>fal&#115;e</IsTruncated>',
  '<NextContinuationToken>evil</NextContinuationToken>',
  '<NextContinuationToken/>',
  '<KeyCount>0</KeyCount>',
  '<KeyCount>1</KeyCount>',
  '<Error><Code>SlowDown</Code></Error>',
  '</ListBucketResult>',
  '<ListBucketResult>',
  '</Contents><Contents>',
  '</Key><Key>',
  '<b/>',
  '<b>x</b>',
  '<?x?>',
  '<!-- x -->',
  '<![CDATA[x]]>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&a;',
  '&#0;',
  '&#xD800;',
  '&#13;',
  '\r\n',
  '%',
  '%C3',
  '%A9',
  '%zz',
  '+',
  '\u00e9',
  '\ufeff',
] as const;
