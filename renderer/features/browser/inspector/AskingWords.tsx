/** Where nothing is known yet: what is asked, once it takes a while; or that nobody asked before the session ended. */
import { AskingHoles, useSlow } from '../Asking.tsx';

interface AskingWordsProps {
  asking: boolean;
  live: boolean;
  words: string;
}

export function AskingWords({ asking, live, words }: AskingWordsProps) {
  const slow = useSlow(asking);
  return (
    <div className="insp-asking">
      <AskingHoles shown={slow} />
      {slow && <p className="small dim fact-note">Asking for {words}</p>}
      {!live && !asking && (
        <p className="small dim fact-note">Nobody asked for {words} before the session ended.</p>
      )}
    </div>
  );
}
