/** How long AWS still takes the answer in hand; a bar a minute. */
import { useApi, useFromNow } from '../../bridge/use-api.ts';
import { formatCountdown } from '../../text/format.ts';
import { Ring } from '../../ui/Ring.tsx';

/** AWS takes an assertion for five minutes (IAM User Guide, "Configure SAML assertions"). */
const bars = 5;
/** The ring draws a bar an hour; here an hour stands for a minute. */
const hoursForMinutes = 60;

export function AnswerCountdown({ validUntil }: { validUntil: number }) {
  const { clock } = useApi();
  useFromNow((now) => Math.floor((validUntil - now) / 1000));
  const leftMs = Math.max(0, validUntil - clock.ticked());
  const ring = {
    grantedMs: bars * 3_600_000,
    leftMs: Math.min(bars, leftMs / 60_000) * 60_000 * hoursForMinutes,
  };
  const phase = leftMs === 0 ? 'is-ended' : leftMs < 60_000 ? 'is-soon' : 'is-active';
  return (
    <div className={`left ${phase}`}>
      <Ring time={ring} size={34} />
      <div>
        <b>{leftMs === 0 ? 'Too late' : formatCountdown(leftMs)}</b>
        <small>
          {leftMs === 0 ? 'AWS no longer takes this answer' : 'then AWS no longer takes this answer'}
        </small>
      </div>
    </div>
  );
}
