/** The star in the path row: whether this place is bookmarked, and the way to change that. */
import { useSnapshot } from '../../../bridge/use-api.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Place } from '../place.ts';
import { useBookmark } from './use-places.ts';

export function StarButton({ pass, place }: { pass: string; place: Place }) {
  const { isKept, toggle } = useBookmark(pass, place);
  const { platform } = useSnapshot().app;
  if (place.bucket === null) return null;
  const isMac = platform === 'darwin';
  const tip = `${isKept ? 'Take the bookmark away' : 'Bookmark this place'}: ${isMac ? '⌘B' : 'Ctrl+B'}`;
  return (
    <Button
      look="quiet"
      size="small"
      icon={isKept ? 'starred' : 'star'}
      aria-label="Bookmark"
      aria-pressed={isKept}
      onPress={toggle}
      render={(props) => <button {...props} title={tip} aria-keyshortcuts={isMac ? 'Meta+B' : 'Control+B'} />}
    />
  );
}
