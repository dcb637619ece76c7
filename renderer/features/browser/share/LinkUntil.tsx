/** The moment that a link is asked to work until, by local time. */
import { fieldTime, readFieldTime } from './link-time.ts';

interface LinkUntilProps {
  /** Epoch ms; null: no time. */
  at: number | null;
  now: number;
  /** Whether a link may end then. */
  right: boolean;
  onChange: (at: number | null) => void;
}

const WEEK_MS = 7 * 86_400_000;

export function LinkUntil({ at, now, right, onChange }: LinkUntilProps) {
  return (
    <span className="row">
      <span className="field">
        <input
          type="datetime-local"
          aria-label="Until"
          aria-invalid={!right}
          min={fieldTime(now + 60_000)}
          max={fieldTime(now + WEEK_MS)}
          defaultValue={at === null ? '' : fieldTime(at)}
          onChange={(event) => onChange(readFieldTime(event.target.value))}
        />
      </span>
      {!right && <span className="small is-danger">From a minute to 7 days from now.</span>}
    </span>
  );
}
