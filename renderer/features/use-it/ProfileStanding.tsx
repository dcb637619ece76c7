/** How the profile stands in the file, in words, and what can be done about it. */
import { useState } from 'react';
import type { AwsProfileView } from '../../../electron/contract/aws-profile.ts';
import { AskRemove } from '../../ui/AskRemove.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { standingWords } from './profile-words.ts';
import type { AwsProfile } from './use-aws-profile.ts';
import { useShortPath } from './use-short-path.ts';

interface ProfileStandingProps {
  view: AwsProfileView;
  name: string;
  /** The administrator gave the name: it is not for the person to change. */
  managed: boolean;
  profile: AwsProfile;
  onRename: () => void;
}

export function ProfileStanding({ view, name, managed, profile, onRename }: ProfileStandingProps) {
  const short = useShortPath();
  const [removing, setRemoving] = useState(false);
  const { words, mend, odd } = standingWords(view);
  return (
    <>
      <div className="use-standing">
        <p className="small dim grow">
          {odd && (
            <span className="is-soon">
              <Icon name="alert" size={14} />
            </span>
          )}
          {words}
        </p>
        {mend && (
          <Button size="small" isDisabled={profile.busy} onPress={() => void profile.set(name)}>
            {mend}
          </Button>
        )}
        {managed ? (
          <span className="badge managed">
            <Icon name="lock" size={12} />
            Set by your administrator
          </span>
        ) : (
          <>
            <Button look="quiet" size="small" isDisabled={profile.busy} onPress={onRename}>
              Rename
            </Button>
            <Button look="quiet" size="small" isDisabled={profile.busy} onPress={() => setRemoving(true)}>
              Remove
            </Button>
          </>
        )}
      </div>
      {view.alsoInCredentialsFile && (
        <p className="use-standing small dim">
          <span className="grow">
            <span className="is-soon">
              <Icon name="alert" size={14} />
            </span>
            Keys under the same name stand in the credentials file, and most tools take those first. Take them
            out there, or choose another name.
          </span>
        </p>
      )}
      {removing && (
        <AskRemove
          title={`Remove the profile ${name}?`}
          act="Remove it"
          onRemove={() => void profile.set(null)}
          onClose={() => setRemoving(false)}
        >
          Its lines leave {short(view.file)}; everything else there stays. Tools that use {name} find nothing
          afterwards. The pass stays.
        </AskRemove>
      )}
    </>
  );
}
