/** Names where files would go while they hang over the list, or why they can't. */
import { Icon } from '../../../ui/Icon.tsx';
import { hangingWords } from './drop-words.ts';
import './drop.css';
import type { Hanging } from './use-drop.ts';

export function DropHint({ hanging }: { hanging: Hanging | null }) {
  if (!hanging) return null;
  const { place, count } = hanging;
  return (
    <div className="drop-hint" data-refused={place.kind === 'refused' || undefined}>
      <p>
        <Icon name={place.kind === 'into' ? 'up' : 'x'} />
        {hangingWords(place, count)}
      </p>
    </div>
  );
}
