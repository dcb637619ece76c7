// A checksum as elements of an answer.

import { element } from '../../xml.ts';
import type { Checksum } from '../content/object.ts';

export function checksumElements(checksum: Checksum | undefined, withType = true): string {
  if (!checksum) return '';
  const value = element(`Checksum${checksum.algorithm}`, checksum.value);
  return withType ? value + element('ChecksumType', checksum.type) : value;
}
