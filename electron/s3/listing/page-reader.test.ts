import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { FOLDER_CLASS } from '../../contract/s3-list.ts';
import { AppError } from '../../lib/app-error.ts';
import { createClassCodes } from './class-codes.ts';
import { keyAt } from './names.ts';
import { ErrorInstead, readPage } from './page-reader.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const page = (inside: string, encoding = '<EncodingType>url</EncodingType>') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>bucket</Name>${encoding}${inside}</ListBucketResult>`;
const object = (key: string, more = '<Size>1</Size>') => `<Contents><Key>${key}</Key>${more}</Contents>`;
const folder = (key: string) => `<CommonPrefixes><Prefix>${key}</Prefix></CommonPrefixes>`;
const whole = '<IsTruncated>false</IsTruncated>';

function read(text: string) {
  const classes = createClassCodes();
  const { names, ...rest } = readPage(bytes(text), classes);
  const rows = Array.from(names.ends, (_end, i) => ({
    key: Buffer.from(keyAt(names, i), 'latin1').toString(),
    size: names.sizes[i],
    date: names.dates[i],
    storageClass: names.classes[i] === FOLDER_CLASS ? 'folder' : classes.names[names.classes[i] ?? -1],
  }));
  return { rows, keys: rows.map(({ key }) => key), ...rest };
}

describe('a page as S3 sends it', () => {
  it('comes with keys, sizes, times, classes and where it goes on', () => {
    const date = '<LastModified>2024-02-29T23:59:58.123Z</LastModified>';
    const owner = '<Owner><ID>x</ID><Key>no key</Key></Owner>';
    const first = object(
      'a',
      `${date}<ETag>"e"</ETag><Size>5368709120</Size>${owner}<StorageClass>GLACIER</StorageClass>`,
    );
    const text = page(
      `<IsTruncated>true</IsTruncated>${first}${object('b')}<KeyCount>2</KeyCount><NextContinuationToken>1/+=&amp;</NextContinuationToken>`,
    );
    expect(read(text)).toEqual({
      rows: [
        { key: 'a', size: 5368709120, date: Date.parse('2024-02-29T23:59:58.123Z'), storageClass: 'GLACIER' },
        { key: 'b', size: 1, date: Number.NaN, storageClass: 'STANDARD' },
      ],
      keys: ['a', 'b'],
      ordered: true,
      truncated: true,
      token: '1/+=&',
    });
  });

  it('has its folders at their place among the objects', () => {
    const text = page(whole + object('a') + object('c') + object('c0') + folder('b/') + folder('c/'));
    expect(read(text).keys).toEqual(['a', 'b/', 'c', 'c/', 'c0']);
  });

  it('is read url-encoded where that was granted, else as it is', () => {
    expect(read(page(whole + object('a+b%2Bc%25%F0%9F%AA%81'))).keys).toEqual(['a b+c%🪁']);
    expect(read(page(whole + object('a+b%2Bc'), '')).keys).toEqual(['a+b%2Bc']);
    expect(read(page(whole + object('&lt;&#x1F600;&amp;amp;'), '')).keys).toEqual(['<😀&amp;']);
  });

  it('means the same when a part of a word is written as an entity', () => {
    const classed = object('a%20b', '<StorageClass>GLA&#67;IER</StorageClass>');
    const { rows } = read(page(whole + classed, '<EncodingType>u&#114;l</EncodingType>'));
    expect(rows).toMatchObject([{ key: 'a b', storageClass: 'GLACIER' }]);
  });

  it('keeps a mark of byte order that is in a key, also beside an entity', () => {
    expect(read(page(whole + object('\ufeffa') + object('\ufeffa&amp;b'), '')).keys).toEqual([
      '\ufeffa',
      '\ufeffa&b',
    ]);
  });

  it('that is out of order is said to be, and loses nothing', () => {
    const { keys, ordered } = read(page(whole + object('b') + object('a') + folder('a/')));
    expect([keys, ordered]).toEqual([['b', 'a', 'a/'], false]);
  });

  it('may have spaces between its elements, and elements without anything in them', () => {
    const text = page(`\n  ${whole}\n  <Contents>\n <Key>a</Key><ETag/>\n<Size>0</Size></Contents><Prefix/>`);
    expect(read(text).keys).toEqual(['a']);
  });
});

describe('what is no page is refused', () => {
  it.each([
    ['plain text', 'Sorry, we are closed.'],
    ['nothing at all', ''],
    ['a web page', '<html><body>Please sign in to the Wi-Fi</body></html>'],
    ['a web page with its doctype', '<!DOCTYPE html><html></html>'],
    ['a percent sign that stands for nothing', page(whole + object('%zz'))],
    ['a percent sign at the end', page(whole + object('a%4'))],
    ['half a letter', page(whole + object('%C3'))],
    ['two halves in two names', page(whole + object('a%C3') + object('%A9b'))],
    ['a size that is no number', page(whole + object('a', '<Size>big</Size>'))],
    ['a size of ten thousand digits', page(whole + object('a', `<Size>${'9'.repeat(10_000)}</Size>`))],
    ['a time that is none', page(whole + object('a', '<LastModified>yesterday</LastModified>'))],
    [
      'a time in the thirteenth month',
      page(whole + object('a', '<LastModified>2026-13-01T00:00:00.000Z</LastModified>')),
    ],
    ['an object without a key', page(`${whole}<Contents><Size>1</Size></Contents>`)],
    ['an empty key', page(whole + object(''))],
    ['an object named as folders are', page(`${whole}<Contents><Prefix>a/</Prefix></Contents>`)],
    ['a size with an element in it', page(whole + object('a', '<Size>1<b/>2</Size>'))],
    ['a setting with an element in it', page(`<IsTruncated><b>true</b>false</IsTruncated>`)],
    ['a hundred thousand declarations before anything', '<?x?>'.repeat(100_000)],
    ['a key of elements', page(whole + object('<b>a</b>'))],
    ['a key of a megabyte', page(whole + object('a'.repeat(1_048_576)))],
    ['no word of whether there is more', page(object('a'))],
    ['more names than it says', page(`${whole}<KeyCount>1</KeyCount>${object('a')}${object('b')}`)],
    ['fewer names than it says', page(`${whole}<KeyCount>3</KeyCount>${object('a')}`)],
    ['tags that do not match', page(`${whole}<Contents><Key>a</Keys></Contents>`)],
    ['an entity that is none', page(whole + object('&nbsp;'), '')],
    ['an entity that expands', `<!DOCTYPE x [<!ENTITY a "b">]>${page(whole)}`],
    ['a second document behind it', `${page(whole)}${page(whole)}`],
    ['elements within elements without end', page(`${'<a>'.repeat(1000)}`)],
    [
      'three hundred storage classes',
      page(
        whole +
          Array.from({ length: 300 }, (_, i) => object(`k${i}`, `<StorageClass>C${i}</StorageClass>`)).join(
            '',
          ),
      ),
    ],
  ])('%s', (_what, text) => {
    expect(() => read(text)).toThrow(AppError);
  });

  it('wherever a page is cut', () => {
    const text = page(
      `${whole}${object('a%20b', '<Size>12</Size><StorageClass>STANDARD</StorageClass>')}${folder('c/')}`,
    );
    for (let end = 0; end < text.length; end++) expect(() => read(text.slice(0, end))).toThrow(AppError);
  });

  it('an error that came as a success is known as one', () => {
    expect(() => read('<?xml version="1.0"?><Error><Code>SlowDown</Code></Error>')).toThrow(ErrorInstead);
  });
});

it('any page is read as a parser of XML reads it', () => {
  const key = fc
    .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
    .filter((text) => !/\p{Surrogate}/u.test(text));
  const entry = fc.record({
    key,
    size: fc.maxSafeNat(),
    at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }),
  });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 20 }), fc.boolean(), (entries, url) => {
      const say = (text: string) => (url ? encodeURIComponent(text).replaceAll('%20', '+') : escapeXml(text));
      const inside = entries.map(({ key, size, at }) =>
        object(say(key), `<Size>${size}</Size><LastModified>${at.toISOString()}</LastModified>`),
      );
      const text = page(whole + inside.join(''), url ? '<EncodingType>url</EncodingType>' : '');
      expect(read(text).rows.map(({ key, size, date }) => ({ key, size, date }))).toEqual(bySaxes(text, url));
    }),
    { numRuns: 200 },
  );
});

/** XML has no way to say control characters. */
const escapeXml = (text: string) =>
  [...text]
    .map((sign) => (sign < ' ' || /[\ufffe\uffff]/.test(sign) ? '_' : `&#${sign.codePointAt(0)};`))
    .join('');

function bySaxes(text: string, url: boolean) {
  const rows: { key: string; size: number; date: number }[] = [];
  let said = '';
  let row = { key: '', size: 0, date: 0 };
  const parser = new SaxesParser();
  parser.on('text', (more) => {
    said += more;
  });
  parser.on('opentag', () => {
    said = '';
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'Key') row.key = url ? decodeURIComponent(said.replaceAll('+', ' ')) : said;
    if (name === 'Size') row.size = Number(said);
    if (name === 'LastModified') row.date = Date.parse(said);
    if (name === 'Contents') {
      rows.push(row);
      row = { key: '', size: 0, date: 0 };
    }
  });
  parser.write(text).close();
  return rows;
}
