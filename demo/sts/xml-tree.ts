// Reads XML into a small tree: strict, namespaces resolved, no DTD, no processing instructions. Knows no SAML.

import { SaxesParser } from 'saxes';

export interface XmlElement {
  uri: string;
  name: string;
  attributes: Map<string, string>;
  children: XmlElement[];
  /** All text directly inside. */
  text: string;
  /** Where it stands in the source, in UTF-16 units. */
  start: number;
  end: number;
}

/** Throws an Error if the text is not one well-formed document. */
export function parseXml(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let start = 0;
  parser.on('doctype', () => refuse('a document type'));
  parser.on('processinginstruction', () => refuse('a processing instruction'));
  parser.on('opentagstart', () => {
    start = xml.lastIndexOf('<', parser.position - 1);
  });
  parser.on('opentag', (tag) => {
    const attributes = new Map<string, string>();
    // Attributes of other namespaces (xsi:type and the like) say nothing we read.
    for (const { prefix, local, value } of Object.values(tag.attributes))
      if (prefix === '') attributes.set(local, value);
    const element = { uri: tag.uri, name: tag.local, attributes, children: [], text: '', start, end: 0 };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element) element.end = parser.position;
  });
  parser.write(xml).close();
  if (!root) throw new Error('no element');
  return root;
}

function refuse(what: string): never {
  throw new Error(`${what} is not allowed`);
}

/** Direct children of that name. */
export function childrenOf(element: XmlElement, uri: string, name: string): XmlElement[] {
  return element.children.filter((child) => child.uri === uri && child.name === name);
}

/** The element itself and everything below it, of that name. */
export function allOf(element: XmlElement, uri: string, name: string): XmlElement[] {
  const below = element.children.flatMap((child) => allOf(child, uri, name));
  return element.uri === uri && element.name === name ? [element, ...below] : below;
}
