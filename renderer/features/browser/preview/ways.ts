/** In which ways something can be looked at, the best one first. Pure. */
import type { Content } from './content.ts';

export type Way = 'words' | 'picture' | 'table' | 'json' | 'text' | 'hex';

/** What can be chosen besides what is shown: words are shown only before anything else was chosen. */
export function otherWays(
  content: Content,
  { way, impossible }: { way: Way; impossible: Way | null },
): Exclude<Way, 'words'>[] {
  const asked = way === 'words' && content.kind === 'page';
  return waysOf(content).filter(
    (other): other is Exclude<Way, 'words'> =>
      other !== 'words' && other !== way && other !== impossible && !(asked && other === 'text'),
  );
}

export function waysOf(content: Content): readonly Way[] {
  switch (content.kind) {
    case 'text':
      return ['text', 'hex'];
    case 'json':
      return ['json', 'text', 'hex'];
    case 'table':
      return ['table', 'text', 'hex'];
    case 'image':
      return ['picture', 'hex'];
    case 'page':
      return ['words', 'text', 'hex'];
    case 'closed':
      return ['words', 'hex'];
    case 'packed':
    case 'bytes':
      return ['hex'];
  }
}
