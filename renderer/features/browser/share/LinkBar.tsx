/** From now to what was asked for, with the end of the session in it: what is hatched was asked for and is not got. */
import { clockWords } from '../../../../electron/contract/time.ts';
import { dayWords, type LinkPlan } from './link-time.ts';

const HOUR = 3_600_000;
/** Hour marks closer than this are a grey. */
const MOST_HOURS = 48;
/** The words in the middle keep clear of those at both ends; percent. */
const CLEAR = 20;

export function LinkBar({ plan: { now, askedUntil, endsAt, cut } }: { plan: LinkPlan }) {
  const part = cut ? ((endsAt - now) / (askedUntil - now)) * 100 : 100;
  const hours = (askedUntil - now) / HOUR;
  const spoken = cut
    ? `From ${clockWords(now, now)} to ${dayWords(endsAt, now)} the link works; then the session ends. Asked for was ${dayWords(askedUntil, now)}.`
    : `The link works from ${clockWords(now, now)} to ${dayWords(endsAt, now)}.`;
  return (
    <div className="link-bar" role="img" aria-label={spoken}>
      <div className="link-labels" aria-hidden="true">
        <span>
          now
          <b>{clockWords(now, now)}</b>
        </span>
        {cut && (
          <span className="link-end" style={{ left: `${Math.min(100 - CLEAR, Math.max(CLEAR, part))}%` }}>
            <b>{clockWords(endsAt, now)}</b>
            session ends
          </span>
        )}
        <span>
          {cut ? 'asked for' : 'ends'}
          <b>{clockWords(askedUntil, now)}</b>
        </span>
      </div>
      <div className="link-rail">
        <div className="link-good" style={{ width: `${part}%` }} />
        {cut && <div className="link-hole" style={{ left: `${part}%` }} />}
        {hours > 1 && hours <= MOST_HOURS && (
          <div className="link-hours" style={{ backgroundSize: `${100 / hours}% 100%` }} />
        )}
      </div>
    </div>
  );
}
