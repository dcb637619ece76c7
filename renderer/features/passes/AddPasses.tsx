/** The way to more passes: a new sign-in that asks for roles although some are kept already. */
import type { OrganisationView } from '../../../electron/contract/snapshot.ts';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';

const NAME = 'Add passes';

export function AddPasses() {
  const { order } = useApi();
  const { organisations, passes, signin } = useSnapshot();
  const ask = (organisation: string) => order('signin.start', { organisation, choose: true });
  // An organisation without a pass has its own way in, and asks anyway.
  const kept = organisations.filter(({ id }) => passes.some((pass) => pass.organisation === id));
  const [only, ...others] = kept;
  if (!only) return null;
  const busy = signin.kind === 'waitingForIdp' || signin.kind === 'trading';
  const alike = { look: 'quiet', icon: 'plus', 'aria-label': NAME } as const;
  if (others.length === 0)
    return <Button {...alike} isDisabled={busy || only.refusal !== null} onPress={() => void ask(only.id)} />;
  return (
    <MenuButton
      button={<Button {...alike} isDisabled={busy} />}
      name={NAME}
      choices={kept.map(choiceOf)}
      onChoose={(id) => void ask(id)}
    />
  );
}

function choiceOf({ id, name, refusal }: OrganisationView) {
  return { id, words: `More roles of ${name}…`, disabled: refusal !== null };
}
