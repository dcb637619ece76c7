/** The torn band above a listing whose session has ended: one button, focused. The list below stays. */
import { useEffect, useRef } from 'react';
import type { PassView, TransferView } from '../../../electron/contract/snapshot.ts';
import { asks, isUnderWay } from '../../../electron/contract/under-way.ts';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { usePassTime } from '../../bridge/use-pass-time.ts';
import { formatCount } from '../../text/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Ring } from '../../ui/Ring.tsx';

export function EndedBand({ pass }: { pass: PassView }) {
  const { order } = useApi();
  const { signin, transfers } = useSnapshot();
  const time = usePassTime(pass);
  const button = useRef<HTMLButtonElement>(null);
  // The one thing to do is under the finger, unless the person is typing somewhere.
  useEffect(() => {
    if (!document.activeElement?.matches('input, [role="menuitem"]')) button.current?.focus();
  }, []);
  // Of very many, those on screen.
  const held = transfers.filter((each) => each.pass === pass.id && goesOn(each)).length;
  return (
    <div className="bandwrap">
      <section className="band" role="alert">
        <div className="tk">
          <div className="grow">
            <h2>This session ended {time.under}.</h2>
            <p>
              Sign in once more and go on where you are.
              {held > 0 && ` ${heldWords(held)}`}
            </p>
          </div>
          <Button
            ref={button}
            look="primary"
            size="large"
            shortcut="⏎"
            isDisabled={signin.kind === 'waitingForIdp' || signin.kind === 'trading'}
            onPress={() => order('signin.start', { organisation: pass.organisation })}
          >
            Sign in again
          </Button>
        </div>
        <div className="gone is-ended">
          <Ring time={time.ring} size={34} />
          <span className="micro">{usedWords(time.ring?.grantedMs ?? 0)} used</span>
        </div>
      </section>
    </div>
  );
}

/** A pause and a question are waited for by a person, not for the session. */
const goesOn = ({ progress }: TransferView) => progress === null || (isUnderWay(progress) && !asks(progress));

function heldWords(held: number): string {
  return held === 1
    ? 'One transfer waits, and goes on by itself then.'
    : `${formatCount(held)} transfers wait, and go on by themselves then.`;
}

/** `8 h`, `1 h 30 m`, `15 min`: the whole length, rounded to the minute. */
function usedWords(grantedMs: number): string {
  const minutes = Math.round(grantedMs / 60_000);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} m`;
}
