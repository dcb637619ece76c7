/** Which tools were given this pass's credentials today. */
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { useFromNow, useSnapshot } from '../../bridge/use-api.ts';
import { formatDateTimeFull } from '../../text/format.ts';
import { handedOutToday, handoutNote, handoutWords, secondWords } from './handout-words.ts';

export function HandedOut({ pass }: { pass: PassView }) {
  const { handouts, at } = useSnapshot();
  // Anew at midnight.
  useFromNow((now) => new Date(now).getDate());
  const today = handedOutToday(handouts, pass.id, at);
  return (
    <section className="use-log" aria-labelledby="use-log">
      <h3 id="use-log">Handed out today</h3>
      {today.length === 0 ? (
        <p className="small dim">Nothing since Daypass was started.</p>
      ) : (
        <ul>
          {today.map((handout) => {
            const { tool, words } = handoutWords(handout);
            return (
              <li key={`${handout.at} ${handout.way} ${handout.tool}`}>
                <time title={formatDateTimeFull(handout.at)}>{secondWords(handout.at)}</time>
                <span className="cut">
                  <b>{tool}</b>
                  {words}
                </span>
                <span className="hint">{handoutNote(handout)}</span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
