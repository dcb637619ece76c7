/** The suggestions of the path field as options to choose from. */
import { useSnapshot } from '../../../bridge/use-api.ts';
import type { IconName } from '../../../ui/Icon.tsx';
import type { Option } from '../../../ui/OptionList.tsx';
import { type Place, placeUri } from '../place.ts';
import { useAddresses } from '../use-address.ts';
import { type Suggestion, suggestionsFor } from './suggestions.ts';

const icons: Readonly<Record<Suggestion['kind'], IconName>> = {
  bookmark: 'starred',
  recent: 'clock',
  bucket: 'bucket',
};

export function useSuggestions(
  pass: string,
  here: Place,
  typed: string,
): { options: Option[]; placeOf: (id: string) => Place | undefined } {
  const { places } = useSnapshot();
  const { shelf } = useAddresses();
  const suggestions = suggestionsFor(pass, here, places, shelf.bucketsOf(pass), typed);
  return {
    options: suggestions.map(({ kind, place }) => {
      const uri = placeUri(place);
      return { id: uri, icon: icons[kind], words: uri, mono: true, kind };
    }),
    placeOf: (id) => suggestions.find(({ place }) => placeUri(place) === id)?.place,
  };
}
