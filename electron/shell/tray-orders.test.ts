import { describe, expect, it, vi } from 'vitest';
import type { Organisation, Pass } from '../settings/schema.ts';
import { createTrayOrders } from './tray-orders.ts';
import type { TrayAction } from './tray-view.ts';

const corner = { x: 700, y: 10, width: 22, height: 22 };
const organisation = (id: string): Organisation => ({
  id,
  name: id,
  signInUrl: 'https://idp.example/',
  region: 'eu-west-1',
});

function house(organisations: string[], live = false) {
  const done: string[] = [];
  const does = (what: string) => (about?: unknown) => void done.push(about ? `${what} ${about}` : what);
  const copy = vi.fn(async (pass: string) => done.push(`copy ${pass}`));
  const orders = createTrayOrders({
    settings: {
      organisations: () => organisations.map(organisation),
      passes: () => [{ id: 'reports', organisation: 'corp' } as Pass],
    },
    sessions: {
      credentials: () => (live ? ({} as never) : null),
      signOut: async (pass) => done.push(`signOut ${pass}`) as never,
    },
    signin: { start: (id) => void done.push(`signIn ${id}`) },
    signOut: { organisation: async (id) => does('signOutOf')(id), all: async () => does('signOutAll')() },
    copy,
    openConsole: async (pass) => does('console')(pass),
    startDemo: async () => does('startDemo')(),
    showMain: (pass) => does('main')(pass ?? ''),
    togglePopover: ({ x }) => does('popover')(x),
    quit: () => does('quit')(),
  });
  return { orders, done, copy };
}

describe('a click on the icon', () => {
  it.each([
    ['signs in at once with one organisation and no session', ['corp'], false, ['signIn corp']],
    ['opens the passes when a session lives', ['corp'], true, ['popover 700']],
    ['opens the passes when there are two organisations', ['corp', 'other'], false, ['popover 700']],
    ['opens the window when nothing is set up', [], false, ['main']],
  ])('%s', (_what, organisations, live, expected) => {
    const { orders, done } = house(organisations, live);
    orders.clicked(corner);
    expect(done).toEqual(expected);
  });
});

describe('a line of the menu', () => {
  it.each<[TrayAction, string[]]>([
    [{ kind: 'signIn', organisation: 'corp' }, ['signIn corp']],
    [{ kind: 'copy', pass: 'reports' }, ['copy reports']],
    [{ kind: 'console', pass: 'reports' }, ['console reports']],
    [{ kind: 'browse', pass: 'reports' }, ['main reports']],
    [{ kind: 'signOut', pass: 'reports' }, ['signOut reports']],
    [{ kind: 'signOutOf', organisation: 'corp' }, ['signOutOf corp']],
    [{ kind: 'signOutAll' }, ['signOutAll']],
    [{ kind: 'tryDemo' }, ['startDemo', 'main']],
    [{ kind: 'openMain' }, ['main']],
    [{ kind: 'quit' }, ['quit']],
  ])('%o does what it says', async (action, expected) => {
    const { orders, done } = house(['corp']);
    orders.act(action);
    await vi.waitFor(() => expect(done).toEqual(expected));
  });

  it('that can’t copy shows the pass instead, where the reason stands', async () => {
    const { orders, done, copy } = house(['corp']);
    copy.mockRejectedValue(new Error('no session'));
    orders.act({ kind: 'copy', pass: 'reports' });
    await vi.waitFor(() => expect(done).toEqual(['main reports']));
  });
});
