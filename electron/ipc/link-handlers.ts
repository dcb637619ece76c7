/** Commands about links to one object. SECURITY: no link leaves through the door, only where it leads and its end. */
import type { CommandName } from '../contract/commands.ts';
import type { Links } from '../links/service.ts';
import type { Handlers } from './serve.ts';

export function linkHandlers(links: Links): Pick<Handlers, Extract<CommandName, `link.${string}`>> {
  return { 'link.look': links.look, 'link.copy': links.copy };
}
