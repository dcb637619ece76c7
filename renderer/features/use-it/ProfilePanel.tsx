/** The pass's AWS profile: none yet, there with its lines and its check, or what stands in its way. */
import { useState } from 'react';
import type { AwsProfileView } from '../../../electron/contract/aws-profile.ts';
import type { Shell } from '../../../electron/contract/copy-format.ts';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckSteps } from './CheckSteps.tsx';
import { CopyLine } from './CopyLine.tsx';
import { profileLine } from './command-words.ts';
import { FailureBox } from './FailureBox.tsx';
import { secondWords } from './handout-words.ts';
import { ProfileForm } from './ProfileForm.tsx';
import { ProfileLines } from './ProfileLines.tsx';
import { ProfileQuestionBox } from './ProfileQuestionBox.tsx';
import { ProfileStanding } from './ProfileStanding.tsx';
import type { AwsProfile } from './use-aws-profile.ts';
import { useWiringCheck, type WiringCheck } from './use-wiring-check.ts';

interface ProfilePanelProps {
  pass: PassView;
  profile: AwsProfile;
  shell: Shell;
}

export function ProfilePanel({ pass, profile, shell }: ProfilePanelProps) {
  const check = useWiringCheck(pass.id, profile.look);
  const { view } = profile;
  return (
    <section className="use-profile" aria-labelledby="use-profile">
      <ProfileHead view={view} check={check} />
      <p className="dim">Every tool that reads AWS profiles asks Daypass by itself.</p>
      <ProfileBody pass={pass} profile={profile} shell={shell} />
      {view && isThere(view) && !profile.question && <CheckSteps check={check} />}
    </section>
  );
}

function ProfileHead({ view, check }: { view: AwsProfileView | null; check: WiringCheck }) {
  const { report, checking } = check;
  return (
    <div className="row use-head">
      <h3 id="use-profile">AWS profile</h3>
      {view?.name && <span className="badge">{view.name}</span>}
      <span className="grow" />
      {view && isThere(view) && (
        <>
          <span className="small dim nb" role="status">
            {checking ? 'Checking' : report && `checked ${secondWords(report.checkedAt)}`}
          </span>
          <Button size="small" icon="refresh" isDisabled={checking} onPress={check.run}>
            {report ? 'Check again' : 'Check it'}
          </Button>
        </>
      )}
    </div>
  );
}

/** There is a section that tools would find, whosever it is. */
const isThere = ({ state }: AwsProfileView) => state === 'ours' || state === 'changed' || state === 'taken';

function ProfileBody({ pass, profile, shell }: ProfilePanelProps) {
  const { view, question, failure } = profile;
  const [renaming, setRenaming] = useState(false);
  if (failure) return <FailureBox failure={failure} onAgain={profile.look} />;
  if (!view) return <Reading />;
  if (view.failure && view.state === 'refused')
    return <FailureBox failure={view.failure} onAgain={profile.look} />;
  if (question) return <ProfileQuestionBox pass={pass} question={question} profile={profile} />;
  if (view.name === null && pass.managed)
    return (
      <p className="small dim use-unchecked">Your administrator keeps this pass, and gave it no profile.</p>
    );
  if (view.name === null || renaming) {
    return (
      <ProfileForm
        key={view.name}
        view={view}
        busy={profile.busy}
        onSet={async (name) => {
          await profile.set(name);
          setRenaming(false);
        }}
        onCancel={view.name === null ? null : () => setRenaming(false)}
      />
    );
  }
  return (
    <>
      {view.failure && <FailureBox failure={view.failure} onAgain={profile.look} />}
      {view.lines.length > 0 && <ProfileLines file={view.file} lines={view.lines} />}
      <ProfileStanding
        view={view}
        name={view.name}
        managed={pass.managed}
        profile={profile}
        onRename={() => setRenaming(true)}
      />
      {view.state === 'ours' && (
        <div className="use-shell">
          <p className="small dim">For all tools in one shell:</p>
          <CopyLine line={profileLine(view.name, shell)} name="Copy the line for this profile" />
        </div>
      )}
    </>
  );
}

/** Only once it takes long: usually the answer is there before anybody sees this. */
function Reading() {
  return (
    <div className="use-reading" role="status">
      <div className="perf-h" />
      <p className="small dim">Reading the config file of AWS’s tools.</p>
    </div>
  );
}
