/** The star in the path row: whether this place is bookmarked, and the way to change that. */
import { Button } from '../../../ui/Button.tsx';
import type { Place } from '../place.ts';
import { useBookmark } from './use-places.ts';

export function StarButton({ pass, place }: { pass: string; place: Place }) {
  const { isKept, toggle } = useBookmark(pass, place);
  if (place.bucket === null) return null;
  return (
    <Button
      look="quiet"
      size="small"
      icon={isKept ? 'starred' : 'star'}
      aria-label="Bookmark"
      aria-pressed={isKept}
      onPress={toggle}
    />
  );
}
