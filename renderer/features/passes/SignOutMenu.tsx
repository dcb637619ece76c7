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
      button={<Button look="quiet" icon="dots" aria-label="More for organisations" />}
      name="More for organisations"
      choices={[
        // An organisation's own id never holds a colon.
        ...organisations.map(({ id, name }) => ({
          id: `of:${id}`,
          words: `Sign out of ${name}`,
          icon: 'out' as const,
        })),
        ...(organisations.length > 1 ? [{ id: ALL, words: 'Sign out of all', icon: 'out' as const }] : []),
      ]}
      onChoose={(id) => {
        if (id === ALL) void order('session.signOutAll', {});
        else void order('organisation.signOut', { organisation: id.slice('of:'.length) });
      }}
    />
  );
}
