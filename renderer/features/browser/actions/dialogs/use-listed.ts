/** What the list on screen already has: for a new name that would meet an old one. */
import { useAddresses } from '../../use-address.ts';

/** Only of what has been listed so far; S3 itself is asked when the work is done. */
export function useIsListed(pass: string, bucket: string): (key: string) => boolean {
  const { shelf } = useAddresses();
  const { listing } = shelf.of(pass).current();
  if (listing?.place.bucket !== bucket) return () => false;
  return (key) => listing.columns.find(key) >= 0;
}
