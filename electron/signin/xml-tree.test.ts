import { describe, expect, it } from 'vitest';
import { AppError } from '../lib/app-error.ts';
import { childrenNamed, everyElement, parseXml } from './xml-tree.ts';

const bytes = (text: string) => Buffer.from(text, 'utf8');
const parse = (text: string) => parseXml(bytes(text));
const refusalOf = (input: Uint8Array) => {
  try {
    parseXml(input);
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'taken';
};
const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
const manyAttributes = (count: number) =>
  `<a ${Array.from({ length: count }, (_, i) => `x${i}=""`).join(' ')}/>`;
const laughs = `<!DOCTYPE a [<!ENTITY l "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i} "&l;&l;&l;&l;&l;&l;&l;&l;">`).join('')}]><a>&l8;</a>`;

describe('XML from outside', () => {
  it.each([
    ['a document type', '<!DOCTYPE a><a/>'],
    ['a billion laughs', laughs],
    ['an entity with a file behind it', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    [
      'an entity with an address behind it',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1/">]><a>&x;</a>',
    ],
    ['a parameter entity', '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd">%p;]><a/>'],
    ['a document type with an address only', '<!DOCTYPE a SYSTEM "http://127.0.0.1/x.dtd"><a/>'],
    ['a style sheet instruction', '<?xml-stylesheet href="http://127.0.0.1/x.xsl"?><a/>'],
    ['a processing instruction inside', '<a><?php echo 1 ?></a>'],
    ['a declared UTF-16', '<?xml version="1.0" encoding="UTF-16"?><a/>'],
    ['a declared EBCDIC', '<?xml version="1.0" encoding="IBM037"?><a/>'],
    ['a declared UTF-7', '<?xml version="1.0" encoding="UTF-7"?><a>+ADw-b+AD4-</a>'],
    ['XML 1.1', '<?xml version="1.1"?><a/>'],
    ['a namespace with a space behind it', '<a xmlns="urn:a "/>'],
    ['a namespace with a line break before it', '<p:a xmlns:p="&#10;urn:a"/>'],
    ['a nesting of 65', nested(65)],
    ['a nesting of 5,000', nested(5000)],
    ['more than 20,000 elements', `<a>${'<b/>'.repeat(20_000)}</a>`],
    ['more than 20,000 attributes', manyAttributes(20_001)],
  ])('is refused as unsafe for %s', (_what, text) => {
    expect(refusalOf(bytes(text))).toBe('assertion-unsafe-xml');
  });

  it.each([
    ['nothing at all', bytes('')],
    ['only spaces', bytes('  \n')],
    ['plain words', bytes('sign-in failed')],
    ['a page', bytes('<!-- x --><html><body><br></body></html>')],
    ['compressed bytes', Buffer.from([0x7d, 0x52, 0x4d, 0x6f, 0xdb, 0x30])],
    ['bytes that are no UTF-8', Buffer.from([0x3c, 0x61, 0x3e, 0xc3, 0x28, 0x3c, 0x2f, 0x61, 0x3e])],
    ['an overlong UTF-8 sequence', Buffer.from([0x3c, 0x61, 0x3e, 0xc0, 0xaf, 0x3c, 0x2f, 0x61, 0x3e])],
    ['UTF-16 with its mark', Buffer.from('\ufeff<a/>', 'utf16le')],
    ['UTF-16 without a mark', Buffer.from('<a/>', 'utf16le')],
    ['a NUL', bytes('<a>\u0000</a>')],
    ['a reference to NUL', bytes('<a>&#0;</a>')],
    ['a control character', bytes('<a>\u0008</a>')],
    ['an entity nobody declared', bytes('<a>&nbsp;</a>')],
    ['an unfinished document', bytes('<a><b></b>')],
    ['crossed tags', bytes('<a><b></a></b>')],
    ['two roots', bytes('<a/><a/>')],
    ['words after the root', bytes('<a/>more')],
    ['a second byte order mark', bytes('\ufeff\ufeff<a/>')],
    ['the same attribute twice', bytes('<a x="1" x="2"/>')],
    ['the same attribute twice by namespace', bytes('<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>')],
    ['a prefix nobody declared', bytes('<p:a/>')],
    ['a CDATA section that does not end', bytes('<a><![CDATA[x</a>')],
  ])('is refused as no XML for %s', (_what, input) => {
    expect(refusalOf(input)).toBe('assertion-not-xml');
  });

  it.each([
    ['a nesting of 64', nested(64)],
    ['a declared UTF-8', '<?xml version="1.0" encoding="utf-8"?><a/>'],
    ['no declared encoding', '<?xml version="1.0"?><a/>'],
    ['a byte order mark', '\ufeff<a/>'],
  ])('is taken with %s', (_what, text) => {
    expect(refusalOf(bytes(text))).toBe('taken');
  });

  it('keeps all text around a comment, in a CDATA section and behind references', () => {
    expect(parse('<a>x<!-- y -->z<![CDATA[<&]]>&amp;&#65;</a>').text).toBe('xz<&&A');
  });

  it('keeps a text of 60,000 character references whole', () => {
    expect(parse(`<a>${'&#65;'.repeat(60_000)}</a>`).text).toBe('A'.repeat(60_000));
  });

  it('names elements by namespace, whatever their prefix', () => {
    const root = parse('<x:r xmlns:x="urn:one"><y:c xmlns:y="urn:one"/><c xmlns="urn:two"/><c/></x:r>');
    expect(childrenNamed(root, 'urn:one', 'c')).toHaveLength(1);
    expect(childrenNamed(root, 'urn:two', 'c')).toHaveLength(1);
    expect(childrenNamed(root, '', 'c')).toHaveLength(1);
  });

  it('keeps attributes without a namespace only', () => {
    const { attributes } = parse('<a xmlns:p="urn:p" ID="mine" p:ID="other" __proto__="x"/>');
    expect([...attributes]).toEqual([
      ['ID', 'mine'],
      ['__proto__', 'x'],
    ]);
  });

  it('gives every element in the order of the document', () => {
    const names = [...everyElement(parse('<a><b><c/></b><d/></a>'))].map(({ name }) => name);
    expect(names).toEqual(['a', 'b', 'c', 'd']);
  });
});
