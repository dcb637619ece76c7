/** A text that is cut in the middle when it does not fit; the whole text is its tip. */
import { splitMiddle } from './middle.ts';

export function Middle({ text, tip = text }: { text: string; tip?: string }) {
  const { head, tail } = splitMiddle(text);
  if (!tail) {
    return (
      <span className="mid" title={tip}>
        <span>{head}</span>
      </span>
    );
  }
  return (
    <span className="mid" title={tip}>
      <span aria-hidden="true">{head}</span>
      <span aria-hidden="true">{tail}</span>
      <span className="unseen">{text}</span>
    </span>
  );
}
