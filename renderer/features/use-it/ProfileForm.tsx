/** A name for the profile, suggested or changed, and the button that writes it. */
import { useState } from 'react';
import { AwsProfileName, type AwsProfileView } from '../../../electron/contract/aws-profile.ts';
import { Button } from '../../ui/Button.tsx';
import { useShortPath } from './use-short-path.ts';

interface ProfileFormProps {
  view: AwsProfileView;
  busy: boolean;
  onSet: (name: string) => Promise<void>;
  /** Null: there is nothing to go back to. */
  onCancel: (() => void) | null;
}

export function ProfileForm({ view, busy, onSet, onCancel }: ProfileFormProps) {
  const [typed, setTyped] = useState(view.name ?? view.suggested);
  const name = typed.trim();
  const file = useShortPath()(view.file);
  const isName = AwsProfileName.safeParse(name).success;
  const ready = isName && name !== view.name && !busy;
  return (
    <form
      className="use-name"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void onSet(name);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !onCancel) return;
        event.preventDefault();
        onCancel();
      }}
    >
      <label className="field">
        <span className="small">Name</span>
        <input
          className="mono"
          aria-label="Name of the profile"
          aria-invalid={name !== '' && !isName}
          aria-describedby="use-name-said"
          // biome-ignore lint/a11y/noAutofocus: renaming was asked for just now
          autoFocus={onCancel !== null}
          maxLength={64}
          spellCheck={false}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <Button type="submit" look="primary" isDisabled={!ready}>
        {onCancel ? 'Rename' : addWords(file)}
      </Button>
      {onCancel && (
        <Button look="quiet" onPress={onCancel}>
          Keep {view.name}
        </Button>
      )}
      <p className="small dim" id="use-name-said" role="status">
        {saidBelow(name === '' || isName, onCancel !== null)}
      </p>
    </form>
  );
}

/** A place that takes too much room is named by the lines, once they are there. */
function addWords(file: string): string {
  return file.length <= 24 ? `Add to ${file}` : 'Add to the config file';
}

function saidBelow(canBe: boolean, renaming: boolean): string {
  if (!canBe) return 'A profile’s name has letters, digits and _ . @ - only, at most 64.';
  return renaming
    ? 'Tools that use the old name find nothing there afterwards.'
    : 'A section of a few lines is added. Everything else in the file stays, byte for byte. No key is written.';
}
