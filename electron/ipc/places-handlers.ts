/** Commands that keep and forget places. */
import type { CommandName } from '../contract/commands.ts';
import type { SettingsService } from '../settings/service.ts';
import type { Handlers } from './serve.ts';

type PlacesCommand = Extract<CommandName, `places.${string}`>;

export function placesHandlers(
  settings: Pick<SettingsService, 'bookmark' | 'visited' | 'forgetPlace'>,
  changed: () => void,
): Pick<Handlers, PlacesCommand> {
  const told = (_done: unknown): null => {
    changed();
    return null;
  };
  return {
    'places.bookmark': (place) => told(settings.bookmark(place)),
    'places.visited': (place) => told(settings.visited(place)),
    'places.forget': ({ from, ...place }) => told(settings.forgetPlace(from, place)),
  };
}
