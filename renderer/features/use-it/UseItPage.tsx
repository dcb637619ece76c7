/** A pass in the person's own tools, the best way first: one command, the profile, the endpoint, copying last. */
import { useState } from 'react';
import { Shell, type WholeFormat } from '../../../electron/contract/copy-format.ts';
import type { PassView, Platform } from '../../../electron/contract/snapshot.ts';
import { clockWords } from '../../../electron/contract/time.ts';
import { useApi, useFromNow, useSnapshot } from '../../bridge/use-api.ts';
import { usePassPhase } from '../../bridge/use-pass-time.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyLines } from './CopyLines.tsx';
import { Endpoint } from './Endpoint.tsx';
import { HandedOut } from './HandedOut.tsx';
import { onDemandWords } from './on-demand-words.ts';
import { ProfilePanel } from './ProfilePanel.tsx';
import { RunOne } from './RunOne.tsx';
import { useAwsProfile } from './use-aws-profile.ts';
import './use-it.css';

export function UseItPage({ pass, onBack }: { pass: PassView; onBack: () => void }) {
  const { app, preferences } = useSnapshot();
  const [format, setFormat] = useState<WholeFormat>(preferences.copyFormat);
  const phase = usePassPhase(pass);
  const live = phase === 'active' || phase === 'endingSoon';
  const shell = shellOf(format, app.platform);
  const profile = useAwsProfile(pass.id);
  // With no profile yet, that is the better thing to do next.
  const first = profile.view !== null && profile.view.name !== null;
  return (
    <div className="use-it">
      <header className="use-top">
        <Button look="quiet" icon="back" aria-label="Back to the files" onPress={onBack} />
        <h2 className="cut grow">Use {pass.label} in your tools</h2>
        {live && <EndNote pass={pass} />}
      </header>
      {!live && <OverLine pass={pass} />}
      <div className="use-body">
        <RunOne pass={pass} shell={shell} />
        <ProfilePanel pass={pass} profile={profile} shell={shell} />
        <Endpoint pass={pass} shell={shell} />
        <CopyLines pass={pass} live={live} first={first} format={format} onFormat={setFormat} />
        <HandedOut pass={pass} />
      </div>
    </div>
  );
}

/** A form for a file is no shell: there the system's usual one is meant. */
function shellOf(format: WholeFormat, platform: Platform): Shell {
  const shell = Shell.safeParse(format);
  if (shell.success) return shell.data;
  return platform === 'win32' ? 'powershell' : 'bash';
}

function EndNote({ pass: { session } }: { pass: PassView }) {
  const endsAt = session.kind === 'active' ? session.expiresAt : 0;
  const until = useFromNow((now) => clockWords(endsAt, now));
  return <p className="small dim use-note">Handed out only when asked. What is copied ends at {until}.</p>;
}

/** The page stays when the session is over: most of it works without one. */
function OverLine({ pass }: { pass: PassView }) {
  const { order } = useApi();
  const { signin, preferences } = useSnapshot();
  const ended = pass.session.kind !== 'none';
  return (
    <section className="line" role="status">
      <div className="grow">
        <b>{ended ? 'This session has ended.' : 'You are signed out.'}</b>{' '}
        {onDemandWords[preferences.onDemandSignIn].ended} Copying needs a session.
      </div>
      <div className="acts">
        <Button
          look="primary"
          size="small"
          isDisabled={signin.kind === 'waitingForIdp' || signin.kind === 'trading'}
          onPress={() => void order('signin.start', { organisation: pass.organisation })}
        >
          {ended ? 'Sign in again' : 'Sign in'}
        </Button>
      </div>
    </section>
  );
}
