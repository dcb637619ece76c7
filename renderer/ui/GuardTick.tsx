/** The hatch beside a name, where there is no room for a word. */
export function GuardTick({ words, tip }: { words: string; tip: string }) {
  return <span className="guard-tick" role="img" aria-label={words} title={tip} />;
}
