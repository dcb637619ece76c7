/** *Copy*, with its choice of forms, for objects and folders: one a line. */
import type { PassView } from '../../../../electron/contract/snapshot.ts';
import { useApi, useSnapshot } from '../../../bridge/use-api.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { MenuButton } from '../../../ui/MenuButton.tsx';
import type { ActionTarget } from '../actions/begin.ts';
import { usePays } from '../payers.ts';
import { type CopyForm, type CopyPlace, copyForm } from './copy-forms.ts';
import { copyLines, thingsOf } from './copy-lines.ts';

export const copyChoices: readonly { id: CopyForm; words: string }[] = [
  { id: 's3', words: 'S3 address' },
  { id: 'key', words: 'Key' },
  { id: 'url', words: 'HTTPS address' },
  { id: 'arn', words: 'ARN' },
  { id: 'command', words: 'AWS CLI command' },
];

interface CopyMenuProps {
  pass: PassView;
  target: ActionTarget;
  /** Where the bucket is; null: not told yet. */
  region: string | null;
}

export function CopyMenu({ pass, target, region }: CopyMenuProps) {
  const copy = useCopy(pass, target, region);
  return (
    <MenuButton
      button={
        <Button icon="copy">
          Copy
          <Icon name="chev" size={12} />
        </Button>
      }
      name="Copy"
      choices={copyChoices}
      onChoose={(id) => {
        const chosen = copyChoices.find((choice) => choice.id === id);
        if (chosen) copy(chosen.id);
      }}
    />
  );
}

/** Copies in a form, one thing a line. */
export function useCopy(pass: PassView, target: ActionTarget, region: string | null) {
  const { order, refusals } = useApi();
  const { organisations } = useSnapshot();
  const place: CopyPlace = {
    bucket: target.bucket,
    region: region ?? pass.region,
    partition: pass.roleArn.split(':')[1] ?? 'aws',
    endpoint: organisations.find(({ id }) => id === pass.organisation)?.s3Endpoint ?? null,
    profile: pass.awsProfile,
    pays: usePays(pass.id, target.bucket),
  };
  return (form: CopyForm) => {
    const text = copyLines(thingsOf(target), (thing) => copyForm(form, place, thing));
    if (text === null) refusals.set({ code: 'selection-too-large', retry: 'never' });
    else void order('text.copy', { text });
  };
}
