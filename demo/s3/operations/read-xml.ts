// The XML that a request brings: strict, with or without S3's namespace, refused in S3's words.

import { parseXml, type XmlElement } from '../../sts/xml-tree.ts';
import { malformedXml } from '../errors.ts';
import { readUtf8 } from '../raw-url.ts';

export function readXmlBody(body: Buffer, rootName: string): XmlElement {
  const text = readUtf8(body);
  const root = text === undefined ? undefined : parsed(text);
  if (root?.name !== rootName) throw malformedXml();
  return root;
}

function parsed(text: string): XmlElement | undefined {
  try {
    return parseXml(text);
  } catch {
    return undefined;
  }
}

export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}
