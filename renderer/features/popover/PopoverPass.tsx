/** One pass in the popover. In hand it is a whole ticket with its buttons; else one row with its next step. */
import { type Ref, useEffect, useRef } from 'react';
import { scopeNow } from '../../../electron/contract/scope.ts';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { useApi } from '../../bridge/use-api.ts';
import { usePassTime } from '../../bridge/use-pass-time.ts';
import { failureText } from '../../text/failure-text.ts';
import { formatAccountId, formatRole } from '../../text/format.ts';
import { guardTip, guardWords } from '../../text/guard-words.ts';
import { type PassTime, phaseClass } from '../../text/pass-time.ts';
import { readOnlyTip, readOnlyWords } from '../../text/scope-words.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Middle } from '../../ui/Middle.tsx';
import { Ring } from '../../ui/Ring.tsx';
import { nextStep } from './next-step.ts';

interface PopoverPassProps {
  pass: PassView;
  inHand: boolean;
  onTake: () => void;
}

export function PopoverPass({ pass, inHand, onTake }: PopoverPassProps) {
  const time = usePassTime(pass);
  const name = useRef<HTMLButtonElement>(null);
  const opened = useRef(false);
  // Moving by keys takes the focus along. When the popover opens, the ticket's shape shows what is in hand,
  // and only a sign-in that is due has the focus.
  useEffect(() => {
    const first = !opened.current;
    opened.current = true;
    if (first) return;
    if (inHand && !(document.activeElement instanceof HTMLInputElement))
      name.current?.focus({ preventScroll: false });
  }, [inHand]);
  const ended = time.phase === 'ended' || time.phase === 'none';
  return (
    <li className={inHand ? 'card' : 'pr'} data-phase={time.phase}>
      <div className={inHand ? 'inhand' : 'flat'}>
        <div className="pmain">
          <PassName pass={pass} inHand={inHand} onTake={onTake} ref={name} />
          {inHand && <Actions pass={pass} time={time} />}
        </div>
        <div className={`pstub ${phaseClass[time.phase]}${ended && !inHand ? ' torn' : ''}`}>
          <StubTime time={time} inHand={inHand} />
          {!inHand && <NextButton pass={pass} time={time} />}
        </div>
      </div>
    </li>
  );
}

interface PassNameProps {
  pass: PassView;
  inHand: boolean;
  onTake: () => void;
  ref: Ref<HTMLButtonElement>;
}

function PassName({ pass, inHand, onTake, ref }: PassNameProps) {
  return (
    <button
      type="button"
      className="pass-name"
      aria-expanded={inHand}
      onClick={onTake}
      onFocus={onTake}
      ref={ref}
    >
      <span className="pass-title">
        <b className="cut">{pass.label}</b>
        {pass.guarded && <Badge tone="guard" words={guardWords} tip={guardTip} />}
        {scopeNow(pass) === 'read-only' && <Badge icon="eye" words={readOnlyWords} tip={readOnlyTip} />}
      </span>
      <span className="small dim">
        <SecondLine pass={pass} />
      </span>
      <span className="small hint row">
        {pass.accountName !== null && <span className="nb">{formatAccountId(pass.accountId)} ·</span>}
        <Middle text={formatRole(pass)} tip={pass.roleArn} />
      </span>
      {inHand && pass.failure && (
        <span className="small is-danger" data-failure={pass.failure.code}>
          {failureText(pass.failure).title}
        </span>
      )}
    </button>
  );
}

function StubTime({ time, inHand }: { time: PassTime; inHand: boolean }) {
  if (inHand) {
    return (
      <>
        <Ring time={time.ring} size={48} name={time.spoken} />
        <div className="tc">
          <b>{time.main}</b>
          {time.under && <small>{time.under}</small>}
        </div>
      </>
    );
  }
  if (time.phase === 'ended' || time.phase === 'none') return <span className="small">{time.short}</span>;
  return (
    <>
      <div className="row">
        <Ring time={time.ring} size={22} />
        <b>{time.main}</b>
      </div>
      {time.phase === 'active' && <small>{time.under}</small>}
    </>
  );
}

/** Outside of the hand only what is due has a button. */
function NextButton({ pass, time }: { pass: PassView; time: PassTime }) {
  const { order } = useApi();
  const step = nextStep(time.phase);
  if (step === 'browse' || pass.renewing) return null;
  return (
    <Button size="small" onPress={() => order('signin.start', { organisation: pass.organisation })}>
      {step === 'renew' ? 'Renew' : 'Sign in'}
    </Button>
  );
}

function Actions({ pass, time }: { pass: PassView; time: PassTime }) {
  const steps = usePassSteps(pass);
  const step = pass.renewing ? 'browse' : nextStep(time.phase);
  return (
    <div className="acts">
      {step !== 'browse' && (
        <Button look="primary" autoFocus={step === 'signIn'} onPress={steps.signIn}>
          {step === 'renew' ? 'Renew' : 'Sign in'}
        </Button>
      )}
      {step !== 'signIn' && (
        <Button look={step === 'browse' ? 'primary' : 'plain'} icon="copy" onPress={steps.copy}>
          Copy
        </Button>
      )}
      {step !== 'signIn' && <OtherSteps steps={steps} bare={step === 'renew'} />}
    </div>
  );
}

/** Beside *Renew* there is no room for their words. */
function OtherSteps({ steps, bare }: { steps: ReturnType<typeof usePassSteps>; bare: boolean }) {
  return (
    <>
      <Button
        icon="out"
        onPress={steps.console}
        {...(bare ? { 'aria-label': 'Console' } : { children: 'Console' })}
      />
      <Button
        icon="bucket"
        onPress={steps.browse}
        {...(bare ? { 'aria-label': 'Browse' } : { children: 'Browse' })}
      />
    </>
  );
}

/** The orders a pass takes here; also for the keyboard. */
export function usePassSteps(pass: PassView | undefined) {
  const { order, snapshots } = useApi();
  const run = (act: (pass: PassView) => unknown) => () => {
    if (pass) act(pass);
  };
  return {
    signIn: run((each) => order('signin.start', { organisation: each.organisation })),
    copy: run((each) => {
      const format = snapshots.current()?.preferences.copyFormat ?? 'bash';
      return order('pass.copy', { pass: each.id, format });
    }),
    console: run((each) => order('console.open', { pass: each.id })),
    browse: run((each) => order('window.openMain', { pass: each.id })),
  };
}

function SecondLine({ pass }: { pass: PassView }) {
  if (pass.renewing) return 'Renewing, all goes on meanwhile';
  return pass.accountName === null ? formatAccountId(pass.accountId) : <Middle text={pass.accountName} />;
}
