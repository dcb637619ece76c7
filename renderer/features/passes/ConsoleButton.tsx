/** *Console* with its further ways in. The address never comes through the screen. */
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { useApi } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';

export function ConsoleButton({ pass, disabled }: { pass: PassView; disabled: boolean }) {
  const { order } = useApi();
  const open = (endFirst = false) => order('console.open', { pass: pass.id, endFirst });
  return (
    <div className="copy-split">
      <Button icon="out" aria-label="Console" isDisabled={disabled} onPress={() => open()}>
        <span className="word">Console</span>
      </Button>
      <MenuButton
        button={<Button icon="chev" size="small" aria-label="More for the console" isDisabled={disabled} />}
        name="Console"
        choices={[
          { id: 'open', words: 'Open console', icon: 'out' },
          { id: 'endFirst', words: 'End the open console first', icon: 'refresh' },
          { id: 'copy', words: 'Copy sign-in link', icon: 'link' },
        ]}
        onChoose={(id) => {
          if (id === 'copy') void order('console.copy', { pass: pass.id });
          else void open(id === 'endFirst');
        }}
      />
    </div>
  );
}
