/** The head of the main window: who the pass is, the perforation, how long it lasts, what can be done now. */
import { useState } from 'react';
import { scopeNow } from '../../../electron/contract/scope.ts';
import type { OrganisationView, PassView } from '../../../electron/contract/snapshot.ts';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { usePassTime } from '../../bridge/use-pass-time.ts';
import { formatAccountId, formatRole } from '../../text/format.ts';
import { guardTip, guardWords } from '../../text/guard-words.ts';
import { type PassTime, phaseClass } from '../../text/pass-time.ts';
import { chainedTip, readOnlyTip, readOnlyWords, switchWords } from '../../text/scope-words.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { Middle } from '../../ui/Middle.tsx';
import { Ring } from '../../ui/Ring.tsx';
import { ConsoleButton } from './ConsoleButton.tsx';
import { CopiedNote, CopyButton } from './CopyButton.tsx';
import { RemovePass } from './RemovePass.tsx';

interface PassHeadProps {
  pass: PassView;
  /** The page of the pass's tools is open: it has its own way to copy. */
  using: boolean;
  onUseIt: () => void;
}

export function PassHead({ pass, using, onUseIt }: PassHeadProps) {
  const snapshot = useSnapshot();
  const time = usePassTime(pass);
  const organisation = snapshot.organisations.find((each) => each.id === pass.organisation);
  const live = time.phase === 'active' || time.phase === 'endingSoon';
  return (
    <header
      className="head"
      data-testid="head"
      data-phase={time.phase}
      data-guarded={pass.guarded || undefined}
    >
      <div className="col grow who">
        <div className="row">
          <h1 className="cut">{pass.label}</h1>
          <PassBadges pass={pass} organisation={organisation} />
        </div>
        {pass.renewing ? <RenewingLine /> : <RoleLine pass={pass} />}
      </div>
      {live && !using && <CopiedNote pass={pass} />}
      <span className="perf" aria-hidden="true" />
      <Stub time={time} />
      {time.phase === 'endingSoon' && !pass.renewing && <RenewButton pass={pass} />}
      <Button icon="key" aria-label="Use it" aria-pressed={using} onPress={onUseIt}>
        <span className="word">Use it</span>
      </Button>
      {!using && <CopyButton pass={pass} disabled={!live} />}
      <ConsoleButton pass={pass} disabled={!live} />
      <PassMenu pass={pass} live={live} />
    </header>
  );
}

function RoleLine({ pass }: { pass: PassView }) {
  return (
    <p className="small dim row">
      {pass.accountName !== null && <span className="cut account-name">{pass.accountName}</span>}
      <span className="nb">{formatAccountId(pass.accountId)}</span>
      <span aria-hidden="true">·</span>
      <Middle text={formatRole(pass)} tip={pass.roleArn} />
    </p>
  );
}

/** Takes the place of the role for the moment that it lasts, so that nothing moves. */
function RenewingLine() {
  return (
    <p className="small dim row" role="status">
      Renewing, all goes on meanwhile
    </p>
  );
}

function PassBadges({ pass, organisation }: { pass: PassView; organisation: OrganisationView | undefined }) {
  const inMemory = pass.session.kind === 'active' && pass.session.kept === 'memory';
  const foreign = organisation?.foreignStsHost;
  return (
    <>
      {pass.guarded && <Badge tone="guard" words={guardWords} tip={guardTip} />}
      {scopeNow(pass) === 'read-only' && <Badge icon="eye" words={readOnlyWords} tip={readOnlyTip} />}
      {pass.chained && <Badge words={`Then ${pass.chained.roleName}, at most 1 h`} tip={chainedTip} />}
      {inMemory && (
        <Badge words="In memory only" tip="The keychain could not keep it. It is gone when Daypass quits." />
      )}
      {foreign && (
        <Badge
          tone="soon"
          words={`Credentials from ${foreign}`}
          tip="Credentials of this pass are not given out by AWS itself."
        />
      )}
    </>
  );
}

function Stub({ time }: { time: PassTime }) {
  return (
    <div className={`stub ${phaseClass[time.phase]}`}>
      <Ring time={time.ring} size={34} name={time.spoken} />
      <div className="stub-words" data-testid="time-left">
        <b>{time.main}</b>
        {time.under && <small>{time.under}</small>}
      </div>
    </div>
  );
}

function RenewButton({ pass }: { pass: PassView }) {
  const { order } = useApi();
  const { signin } = useSnapshot();
  return (
    <Button
      look="primary"
      isDisabled={signin.kind === 'waitingForIdp' || signin.kind === 'trading'}
      onPress={() => order('signin.start', { organisation: pass.organisation })}
    >
      Renew
    </Button>
  );
}

function PassMenu({ pass, live }: { pass: PassView; live: boolean }) {
  const { order } = useApi();
  const [removing, setRemoving] = useState(false);
  const other = pass.scope === 'full' ? 'read-only' : 'full';
  return (
    <>
      <MenuButton
        button={<Button look="quiet" icon="dots" aria-label="More for this pass" />}
        name="More for this pass"
        choices={[
          ...(live ? [{ id: 'renew', words: 'Renew now', icon: 'refresh' } as const] : []),
          { id: 'scope', words: switchWords[other], icon: other === 'full' ? 'key' : 'eye' } as const,
          { id: 'signOut', words: 'Sign out', icon: 'out', disabled: !live },
          { id: 'remove', words: 'Remove pass…', icon: 'x', danger: true },
        ]}
        onChoose={(id) => {
          if (id === 'renew') void order('signin.start', { organisation: pass.organisation });
          if (id === 'scope') void order('pass.setScope', { pass: pass.id, scope: other });
          if (id === 'signOut') void order('session.signOut', { pass: pass.id });
          if (id === 'remove') setRemoving(true);
        }}
      />
      {removing && <RemovePass pass={pass} onClose={() => setRemoving(false)} />}
    </>
  );
}
