/** *Copy* with its choice of shells. What is copied never comes through the screen. */
import type { CopyFormat, PassView } from '../../../electron/contract/snapshot.ts';
import { useApi, useFromNow, useSnapshot } from '../../bridge/use-api.ts';
import { copiedWords, copyFormatNames } from '../../text/format.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';

const formats: readonly CopyFormat[] = ['bash', 'fish', 'powershell', 'cmd'];

export function CopyButton({ pass, disabled }: { pass: PassView; disabled: boolean }) {
  const { order } = useApi();
  const { copyFormat } = useSnapshot().preferences;
  const copy = (format: CopyFormat) => order('pass.copy', { pass: pass.id, format });
  return (
    <div className="copy-split">
      <Button icon="copy" isDisabled={disabled} onPress={() => copy(copyFormat)}>
        Copy
      </Button>
      <MenuButton
        button={<Button icon="chev" size="small" aria-label="Copy as…" isDisabled={disabled} />}
        name="Copy as…"
        choices={formats.map((id) => ({ id, words: copyFormatNames[id], chosen: id === copyFormat }))}
        onChoose={(id) => {
          const format = formats.find((known) => known === id);
          if (format) copy(format);
        }}
      />
    </div>
  );
}

/** Says what of the pass is on the clipboard, and for how long still. */
export function CopiedNote({ pass }: { pass: PassView }) {
  const { clipboard } = useSnapshot();
  const seconds = useFromNow((now) => Math.max(0, Math.ceil(((clipboard?.clearsAt ?? 0) - now) / 1000)));
  if (clipboard?.pass !== pass.id || seconds === 0) return null;
  return (
    <p className="copied small dim">
      <span role="status">{capital(copiedWords(clipboard.format))}</span>
      <span className="micro">cleared in {seconds} s</span>
    </p>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
