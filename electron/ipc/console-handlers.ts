/** Commands about the AWS console. SECURITY: no address leaves through the door, only that it is done. */
import type { Console } from '../console/service.ts';
import type { CommandName } from '../contract/commands.ts';
import type { Handlers } from './serve.ts';

export function consoleHandlers(
  console: Pick<Console, 'open' | 'copy'>,
): Pick<Handlers, Extract<CommandName, `console.${string}`>> {
  return {
    'console.open': async ({ pass, place, endFirst = false }) => {
      await console.open(pass, place, { endFirst });
      return null;
    },
    'console.copy': ({ pass, place }) => console.copy(pass, place),
  };
}
