/** *Copy* with its choice of forms. What is copied never comes through the screen. */
import { type CopyFormat, FileFormat, Shell, SingleValue } from '../../../electron/contract/copy-format.ts';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { useApi, useFromNow, useSnapshot } from '../../bridge/use-api.ts';
import { copiedWords, copyFormatNames, historyWords, isCopyFormat } from '../../text/copy-words.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';

const sections: readonly { title: string; formats: readonly CopyFormat[] }[] = [
  { title: 'Shells', formats: Shell.options },
  { title: 'Files', formats: FileFormat.options },
  { title: 'One value', formats: SingleValue.options },
];

export function CopyButton({ pass, disabled }: { pass: PassView; disabled: boolean }) {
  const { order } = useApi();
  const { copyFormat } = useSnapshot().preferences;
  const copy = (format: CopyFormat) => order('pass.copy', { pass: pass.id, format });
  return (
    <div className="copy-split">
      <Button icon="copy" aria-label="Copy" isDisabled={disabled} onPress={() => copy(copyFormat)}>
        <span className="word">Copy</span>
      </Button>
      <MenuButton
        button={<Button icon="chev" size="small" aria-label="Copy as…" isDisabled={disabled} />}
        name="Copy as…"
        choices={sections.map(({ title, formats }) => ({
          title,
          choices: formats.map((id) => ({ id, words: copyFormatNames[id], chosen: id === copyFormat })),
        }))}
        onChoose={(id) => {
          if (isCopyFormat(id)) copy(id);
        }}
      />
    </div>
  );
}

/** Says what of the pass is on the clipboard, and for how long still. */
export function CopiedNote({ pass }: { pass: PassView }) {
  const { app, clipboard } = useSnapshot();
  const seconds = useFromNow((now) => Math.max(0, Math.ceil(((clipboard?.clearsAt ?? 0) - now) / 1000)));
  if (clipboard?.pass !== pass.id || seconds === 0) return null;
  return (
    <p className="copied small dim">
      <span role="status">Copied{copiedWords[clipboard.format]}</span>
      <span className="micro">
        cleared in {seconds} s{historyWords[app.clipboardHistory]}
      </span>
    </p>
  );
}
