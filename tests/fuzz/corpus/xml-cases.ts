/** XML itself turned against its reader: entities, encodings, look-alike namespaces, size and depth. */
import type { Case } from './case.ts';
import { PAIR, PROTOCOL, SAML, writeAssertion, writeResponse } from './write-response.ts';

const plain = writeResponse('ping');
const behind = (prologue: string, xml = plain) => prologue + xml;
const unsafe = 'assertion-unsafe-xml';
const noXml = 'assertion-not-xml';
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();
const inside = (xml: string) => writeResponse('ping', { inside: xml });
const nested = (depth: number) => '<x>'.repeat(depth) + '</x>'.repeat(depth);
const laughs = `<!DOCTYPE r [<!ENTITY l "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i} "&l;&l;&l;&l;">`).join('')}]>`;

export const xmlCases: Case[] = [
  { name: 'a document type', xml: behind('<!DOCTYPE Response>'), expected: unsafe },
  {
    name: 'a document type with an entity for the role',
    xml: behind(`<!DOCTYPE r [<!ENTITY role "${PAIR}">]>`, plain.replace(PAIR, '&role;')),
    expected: unsafe,
  },
  { name: 'a billion laughs', xml: behind(laughs), expected: unsafe },
  {
    name: 'an entity with a file behind it',
    xml: behind('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    expected: unsafe,
  },
  {
    name: 'a parameter entity with an address',
    xml: behind('<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd">%p;]>'),
    expected: unsafe,
  },
  { name: 'an entity nobody declared', xml: plain.replace('/Reader', '/&reader;'), expected: noXml },
  { name: 'a style sheet instruction', xml: behind('<?xml-stylesheet href="x.xsl"?>'), expected: unsafe },
  {
    name: 'a processing instruction in a role ARN',
    xml: plain.replace('Reader', 'Read<?x?>er'),
    expected: unsafe,
  },
  { name: 'a processing instruction behind the root', xml: `${plain}<?x y?>`, expected: unsafe },
  { name: 'a comment before and behind the root', xml: `<!-- a -->${plain}<!-- b -->`, expected: [PAIR] },
  { name: 'UTF-16 with its mark', xml: utf16(plain), expected: noXml },
  { name: 'UTF-16 in the other order', xml: swapped(plain), expected: noXml },
  {
    name: 'UTF-16 declared, UTF-8 sent',
    xml: behind('<?xml version="1.0" encoding="UTF-16"?>'),
    expected: unsafe,
  },
  {
    name: 'ISO-8859-1 declared',
    xml: behind('<?xml version="1.0" encoding="ISO-8859-1"?>'),
    expected: unsafe,
  },
  { name: 'UTF-7 declared', xml: behind('<?xml version="1.0" encoding="UTF-7"?>'), expected: unsafe },
  {
    name: 'UTF-8 declared in small letters',
    xml: behind("<?xml version='1.0' encoding='utf-8'?>"),
    expected: [PAIR],
  },
  { name: 'a byte order mark', xml: `\ufeff${plain}`, expected: [PAIR] },
  { name: 'two byte order marks', xml: `\ufeff\ufeff${plain}`, expected: noXml },
  { name: 'XML 1.1', xml: behind('<?xml version="1.1"?>'), expected: unsafe },
  {
    name: 'an overlong slash',
    xml: Buffer.concat([Buffer.from(plain.slice(0, -1)), Buffer.from([0xc0, 0xaf, 0x3e])]),
    expected: noXml,
  },
  { name: 'a NUL in a role ARN', xml: plain.replace('Reader', 'Rea\u0000der'), expected: noXml },
  { name: 'a reference to NUL', xml: plain.replace('Reader', 'Rea&#0;der'), expected: noXml },
  { name: 'a lone surrogate by reference', xml: plain.replace('Reader', 'Rea&#xd800;der'), expected: noXml },
  {
    name: 'an attribute twice',
    xml: plain.replace('Version="2.0"', 'Version="2.0" Version="2.0"'),
    expected: noXml,
  },
  {
    name: 'a prefix that is declared nowhere',
    xml: plain.replace('<saml:Conditions', '<evil:x/><saml:Conditions'),
    expected: noXml,
  },
  {
    name: 'the assertion in a namespace with a slash behind it',
    xml: plain.replaceAll(SAML, `${SAML}/`),
    expected: 'assertion-missing',
  },
  {
    name: 'the assertion in a namespace of large letters',
    xml: plain.replaceAll(SAML, SAML.toUpperCase()),
    expected: 'assertion-missing',
  },
  { name: 'a namespace with a space behind it', xml: plain.replaceAll(SAML, `${SAML} `), expected: unsafe },
  {
    name: 'a namespace with a letter by reference',
    xml: plain.replaceAll(SAML, SAML.replace('a', '&#97;')),
    expected: [PAIR],
  },
  {
    name: 'the response in a look-alike namespace',
    xml: plain.replace(PROTOCOL, PROTOCOL.replace('protocol', 'prot\u043ecol')),
    expected: noXml,
  },
  {
    name: 'prefixes that change places',
    xml: writeResponse('ping', {
      instead: writeAssertion('ping').replaceAll('saml:', 'samlp:').replaceAll('xmlns:saml=', 'xmlns:samlp='),
    }),
    expected: [PAIR],
  },
  {
    name: 'the attribute in no namespace',
    xml: plain.replaceAll('saml:Attribute ', 'Attribute ').replaceAll('</saml:Attribute>', '</Attribute>'),
    expected: 'assertion-without-roles',
  },
  {
    name: 'the Name in a namespace',
    xml: plain.replaceAll(' Name=', ' saml:Name='),
    expected: 'assertion-without-roles',
  },
  { name: 'a second root', xml: plain + plain, expected: noXml },
  { name: 'words behind the root', xml: `${plain}more`, expected: noXml },
  { name: 'cut in the middle', xml: plain.slice(0, plain.length / 2), expected: noXml },
  { name: 'an HTML page', xml: '<!-- x --><html><body><br></body></html>', expected: noXml },
  {
    name: 'a deflated response',
    xml: Buffer.from([0x7d, 0x52, 0x4d, 0x6f, 0xdb, 0x30, 0xff, 0xfe]),
    expected: noXml,
  },
  { name: 'nothing', xml: '', expected: noXml },
  { name: 'depth as far as it goes', xml: inside(nested(61)), expected: [PAIR] },
  { name: 'one too deep', xml: inside(nested(63)), expected: unsafe },
  { name: 'very deep', xml: inside(nested(10_000)), expected: unsafe },
  { name: 'very many elements', xml: inside('<x/>'.repeat(15_000)), expected: [PAIR] },
  {
    name: 'very many attributes',
    xml: inside(`<x ${Array.from({ length: 6000 }, (_, i) => `a${i}=""`).join(' ')}/>`),
    expected: [PAIR],
  },
  { name: 'more bytes than STS takes', xml: inside('x'.repeat(100_000)), expected: 'assertion-too-large' },
];
