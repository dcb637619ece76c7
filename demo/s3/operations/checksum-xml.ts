// A checksum as elements of an answer.

import { element } from '../../xml.ts';
import type { Checksum } from '../content/object.ts';

export function checksumElements(checksum: Checksum | undefined): string {
  if (!checksum) return '';
  return element(`Checksum${checksum.algorithm}`, checksum.value) + element('ChecksumType', checksum.type);
}
