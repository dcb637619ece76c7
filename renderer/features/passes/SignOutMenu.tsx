/** Signing out of an organisation: its sessions end, and its sign-in pages forget the person. */
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';

const ALL = 'all';

export function SignOutMenu() {
  const { order } = useApi();
  const { organisations } = useSnapshot();
  if (organisations.length === 0) return null;
  return (
    <MenuButton
      button={<Button look="quiet" icon="out" aria-label="Sign out" />}
      name="Sign out"
      choices={[
        // An organisation's own id never holds a colon.
        ...organisations.map(({ id, name }) => ({ id: `of:${id}`, words: `Sign out of ${name}` })),
        ...(organisations.length > 1 ? [{ id: ALL, words: 'Sign out of all' }] : []),
      ]}
      onChoose={(id) => {
        if (id === ALL) void order('session.signOutAll', {});
        else void order('organisation.signOut', { organisation: id.slice('of:'.length) });
      }}
    />
  );
}
