/** Commands that bring in from other files: find, look, and take what was looked at. */
import type { CommandName } from '../contract/commands.ts';
import type { ImportService } from '../imports/service.ts';
import type { Handlers } from './serve.ts';

interface Parts {
  imports: ImportService;
  changed: () => void;
}

export function importHandlers({
  imports,
  changed,
}: Parts): Pick<Handlers, Extract<CommandName, `import.${string}`>> {
  return {
    'import.find': () => imports.find(),
    'import.look': ({ source }) => imports.look(source),
    'import.take': ({ preview }) => {
      try {
        imports.take(preview);
        return null;
      } finally {
        changed();
      }
    },
  };
}
