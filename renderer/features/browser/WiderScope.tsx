/** Where the read-only scope of the sign-in refused: a new sign-in with all that the role may do. */
import { useApi } from '../../bridge/use-api.ts';
import { switchWords } from '../../text/scope-words.ts';
import { Button } from '../../ui/Button.tsx';

export function WiderScope({ pass }: { pass: string }) {
  const { order } = useApi();
  return (
    <Button icon="key" onPress={() => order('pass.setScope', { pass, scope: 'full' })}>
      {switchWords.full}
    </Button>
  );
}
