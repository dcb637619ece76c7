/** Ways to spoil a response: each takes the text and two numbers that say where, so that failures can be shrunk. Pure. */

/** Inserted anywhere, between and inside tags. */
const HOSTILE = [
  '<!-- -->',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<![CDATA[x]]>',
  '<?x y?>',
  '<!DOCTYPE x>',
  '<!ENTITY x "y">',
  '&amp;',
  '&#0;',
  '&#44;',
  '&#x2c;',
  '&x;',
  ',',
  ' ',
  '\u00a0',
  '\u0000',
  '\ufeff',
  '\u202e',
  '\ud800',
  '"',
  "'",
  '<',
  '>',
  '/>',
  '<b>',
  '</b>',
  '<b/>',
  '<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"/>',
  '<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">',
  '<AttributeValue xmlns="urn:oasis:names:tc:SAML:2.0:assertion">arn:aws:iam::999900001111:role/Evil,arn:aws:iam::999900001111:saml-provider/Evil</AttributeValue>',
  'arn:aws:iam::999900001111:role/Evil,arn:aws:iam::999900001111:saml-provider/Evil',
  ' xmlns="urn:oasis:names:tc:SAML:2.0:assertion"',
  ' xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion/"',
  ' xmlns:saml=""',
  ' xmlns="urn:x"',
  ' xml:space="preserve"',
  ' Name="https://aws.amazon.com/SAML/Attributes/Role"',
  ' ID="_evil"',
  ' __proto__="x"',
  ' constructor="x"',
];

const WELL_FORMED = HOSTILE.filter((piece) =>
  /^(<!--.*-->|<!\[CDATA\[x\]\]>|<b\/>|<saml:Assertion .*\/>|<Attr.*|arn.*|&#44;|&#x2c;|&amp;|,| |\u00a0|\u202e|["'])$/.test(
    piece,
  ),
);

const NAMESPACES = [
  'urn:oasis:names:tc:SAML:2.0:assertion',
  'urn:oasis:names:tc:SAML:2.0:protocol',
  'urn:oasis:names:tc:SAML:1.0:assertion',
  'http://www.w3.org/2000/09/xmldsig#',
  'http://www.w3.org/XML/1998/namespace',
  'http://www.w3.org/2000/xmlns/',
  'urn:oasis:names:tc:SAML:2.0:assertion ',
  '',
];

type Mutation = (text: string, a: number, b: number) => string;

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
const cut = (text: string, from: number, to: number, instead = '') =>
  text.slice(0, from) + instead + text.slice(to);
const found = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    text: match[0],
  }));
const tags = (text: string) => found(text, /<[^<>]*>/g);
/** Text of some length; where roles are, mostly. */
const texts = (text: string) => found(text, /(?<=>)[^<>]{8,}(?=<)/g);
const attributes = (text: string) => found(text, /\s[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*')/g);
/** Whole elements, by a plain walk over the tags; what is not closed is none. */
const parts = (text: string) => {
  const open: { name: string; from: number }[] = [];
  const whole: { from: number; to: number; text: string }[] = [];
  for (const { from, to, text: tag } of tags(text)) {
    const name = /^<\/?([\w:.-]+)/.exec(tag)?.[1];
    if (name === undefined) continue;
    if (tag.endsWith('/>')) whole.push({ from, to, text: tag });
    else if (!tag.startsWith('</')) open.push({ name, from });
    else if (open.at(-1)?.name === name) {
      const start = open.pop()?.from ?? from;
      whole.push({ from: start, to, text: text.slice(start, to) });
    }
  }
  return whole;
};

const onPiece =
  (
    pieces: (text: string) => { from: number; to: number; text: string }[],
    change: (piece: string, b: number, text: string) => string,
  ): Mutation =>
  (text, a, b) => {
    const piece = at(pieces(text), a);
    return piece ? cut(text, piece.from, piece.to, change(piece.text, b, text)) : text;
  };
const moving =
  (keep: boolean): Mutation =>
  (text, a, b) => {
    const piece = at(parts(text), a);
    if (!piece) return text;
    const rest = keep ? text : cut(text, piece.from, piece.to);
    const target = at(tags(rest), b);
    return target ? cut(rest, target.to, target.to, piece.text) : rest;
  };

export const mutations = {
  insert: (text, a, b) => cut(text, a % (text.length + 1), a % (text.length + 1), at(HOSTILE, b) ?? ''),
  insertInTag: onPiece(tags, (tag, b) => tag.replace(/(\s|\/?>)/, `${at(HOSTILE, b) ?? ''}$1`)),
  insertBehindTag: onPiece(tags, (tag, b) => tag + (at(HOSTILE, b) ?? '')),
  /** Between two tags, well-formed. */
  insertMarkup: onPiece(tags, (tag, b) => tag + (at(WELL_FORMED, b) ?? '')),
  insertInText: onPiece(texts, (text, b) =>
    cut(text, b % text.length, b % text.length, at(WELL_FORMED, b >> 3) ?? ''),
  ),
  deleteSpan: (text, a, b) => cut(text, a % (text.length + 1), (a % (text.length + 1)) + (b % 40)),
  truncate: (text, a) => text.slice(0, a % (text.length + 1)),
  deleteTag: onPiece(tags, () => ''),
  duplicateTag: onPiece(tags, (tag) => tag + tag),
  closeTag: onPiece(tags, (tag) => tag.replace(/\/?>$/, '/>')),
  swapTags: (text, a, b) => {
    const all = tags(text);
    const [one, other] = [at(all, a), at(all, b)];
    if (!one || !other || one.from >= other.from) return text;
    return cut(cut(text, other.from, other.to, one.text), one.from, one.to, other.text);
  },
  movePart: moving(false),
  copyPart: moving(true),
  deletePart: onPiece(parts, () => ''),
  swapAttribute: onPiece(attributes, (own, b, text) => at(attributes(text), b)?.text ?? own),
  duplicateAttribute: onPiece(attributes, (own) => own + own),
  deleteAttribute: onPiece(attributes, () => ''),
  spoilAttribute: onPiece(attributes, (own, b) => own.replace(/(["'])/, `$1${at(HOSTILE, b) ?? ''}`)),
  renameNamespace: onPiece(
    (text) => found(text, /xmlns(?::\w+)?="[^"]*"/g),
    (own, b) => own.replace(/"[^"]*"/, `"${at(NAMESPACES, b) ?? ''}"`),
  ),
  renamePrefix: onPiece(tags, (tag, b) =>
    tag.replace(/^(<\/?)(?:\w+:)?/, `$1${at(['', 'saml:', 'samlp:', 'ds:', 'xml:', 'x:'], b) ?? ''}`),
  ),
  nest: onPiece(parts, (part, b) => '<x>'.repeat(b % 80) + part + '</x>'.repeat(b % 80)),
  wrapInSelf: onPiece(parts, (part) => part.replace('>', `>${part}`)),
  repeat: onPiece(parts, (part, b) => part.repeat(1 + (b % 60))),
  changeCharacter: (text, a, b) =>
    cut(text, a % (text.length + 1), (a % (text.length + 1)) + 1, String.fromCharCode(b % 0x3000)),
} as const satisfies Record<string, Mutation>;

export type MutationName = keyof typeof mutations;
export const mutationNames = Object.keys(mutations) as MutationName[];

export interface Step {
  how: MutationName;
  a: number;
  b: number;
}

/** Text beyond this is past every bound already. */
const LONGEST = 400_000;

export function mutate(text: string, steps: readonly Step[]): string {
  return steps.reduce(
    (present, { how, a, b }) => (present.length > LONGEST ? present : mutations[how](present, a, b)),
    text,
  );
}
