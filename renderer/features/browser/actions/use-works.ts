/** How components reach what is being done in S3 for this window. */
import { useAddresses } from '../use-address.ts';
import type { Works } from './works/works.ts';

export function useWorks(): Works {
  return useAddresses().shelf.works;
}
