/** A whole ticket, drawn once: what a pass is. */
import { Ring } from '../../ui/Ring.tsx';

const HOUR = 3_600_000;

export function Ticket() {
  return (
    <aside className="first-hero" aria-hidden="true">
      <div className="ticket">
        <div className="ticket-body">
          <p className="ticket-name">Day pass to AWS</p>
          <dl>
            <dt>Comes from</dt>
            <dd>your company’s own sign-in page</dd>
            <dt>Kept in</dt>
            <dd>this computer’s keychain, nowhere else</dd>
            <dt>Good for</dt>
            <dd>up to 12 hours, then it ends by itself</dd>
          </dl>
        </div>
        <div className="perf-h" />
        <div className="ticket-stub">
          <Ring time={{ grantedMs: 12 * HOUR, leftMs: 9.4 * HOUR }} size={84} />
          <p>one bar is one hour</p>
        </div>
      </div>
    </aside>
  );
}
