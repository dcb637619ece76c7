/**
 * Hostile XML → a small tree with namespaces, or a refusal. Strict, bounded in depth and nodes, without
 * DOCTYPE, processing instructions or other encodings than UTF-8. Pure; knows nothing of SAML.
 */
import { SaxesParser } from 'saxes';
import { AppError } from '../lib/app-error.ts';

export interface XmlElement {
  namespace: string;
  name: string;
  /** By local name; only attributes without a namespace. */
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  /** All text directly inside, comments left out and CDATA taken in, as canonical XML has it. */
  text: string;
}

const DEEPEST = 64;
const MOST_NODES = 20_000;

export function parseXml(bytes: Uint8Array): XmlElement {
  const text = decodeUtf8(bytes);
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let nodes = 0;
  const refuse = (what: string): never => {
    throw new AppError('assertion-unsafe-xml', { retry: 'never', subject: what });
  };
  parser.on('error', (error) => {
    throw new AppError('assertion-not-xml', { raw: error.message });
  });
  parser.on('doctype', () => refuse('a document type'));
  parser.on('processinginstruction', () => refuse('a processing instruction'));
  parser.on('xmldecl', ({ encoding, version }) => {
    if (version !== undefined && version !== '1.0') refuse(`XML ${version}`);
    if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) refuse(`the encoding ${encoding}`);
  });
  parser.on('opentag', (tag) => {
    nodes += 1 + Object.keys(tag.attributes).length;
    if (nodes > MOST_NODES) refuse('too many elements');
    if (open.length >= DEEPEST) refuse('too deep a nesting');
    const attributes = Object.values(tag.attributes);
    // The parser trims the names of namespaces; STS may not, and would read another document.
    const declared = attributes.filter(({ prefix, name }) => prefix === 'xmlns' || name === 'xmlns');
    if (declared.some(({ value }) => value !== value.trim())) refuse('a namespace with spaces around it');
    const plain = attributes.filter((attribute) => attribute.uri === '');
    const element: XmlElement = {
      namespace: tag.uri,
      name: tag.local,
      attributes: new Map(plain.map((attribute) => [attribute.local, attribute.value])),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const take = (piece: string) => {
    const element = open.at(-1);
    if (element) element.text += piece;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.write(text).close();
  if (!root) throw new AppError('assertion-not-xml');
  return root;
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    // The parser takes one byte order mark away itself; a second one is no XML.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('assertion-not-xml', { subject: 'not UTF-8', cause });
  }
}

export function childrenNamed(element: XmlElement, namespace: string, name: string): XmlElement[] {
  return element.children.filter((child) => child.namespace === namespace && child.name === name);
}

/** Every element below and including `element`, in document order. */
export function* everyElement(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* everyElement(child);
}
