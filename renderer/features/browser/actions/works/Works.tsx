/** The strip of what is done in S3, beside the transfers: there only while there is something to say. */
import { useEffect, useSyncExternalStore } from 'react';
import type { BrowserShelf } from '../../browser-shelf.ts';
import { relist } from './relist.ts';
import { WorkRow } from './WorkRow.tsx';
import { stripWords } from './work-words.ts';
import './works.css';

export function Works({ shelf }: { shelf: BrowserShelf }) {
  const { works } = shelf;
  const all = useSyncExternalStore(works.subscribe, works.current);
  useEffect(() => works.onEnded((work) => relist(shelf.of(work.pass), work)), [works, shelf]);
  if (all.length === 0) return null;
  return (
    <section className="strip" aria-label="Changes">
      <div className="strip-head">
        <h2>Changes</h2>
        <span className="small dim" role="status">
          {stripWords(all)}
        </span>
      </div>
      <ul className="works">
        {all.map((work) => (
          <WorkRow key={work.id} work={work} works={works} />
        ))}
      </ul>
    </section>
  );
}
