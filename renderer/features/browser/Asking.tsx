/** After 400 ms of waiting: a line of holes runs under the path, and a line says what is asked. */
import { useEffect, useState } from 'react';

const patienceMs = 400;

/** True once something has been asked for longer than a person waits without wondering. */
export function useSlow(asking: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!asking) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), patienceMs);
    return () => clearTimeout(timer);
  }, [asking]);
  return slow;
}

export function AskingHoles({ shown }: { shown: boolean }) {
  return <div className="asking">{shown && <span className="perf-h" />}</div>;
}
