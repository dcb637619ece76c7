/** Every failure code with its words, one below the other. */
import { createRoot } from 'react-dom/client';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/states.css';
import { failureCodes } from '../../electron/contract/failure.ts';
import { failureText } from '../text/failure-text.ts';
import { SayLine } from '../ui/Say.tsx';
import './gallery.css';

export function renderAllFailures() {
  const place = document.getElementById('root');
  if (!place) return;
  createRoot(place).render(
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <main className="gallery" tabIndex={0}>
      <h1>Every failure</h1>
      {failureCodes.map((code) => {
        const words = failureText({ code, retry: 'now' });
        return (
          <SayLine
            key={code}
            icon="alert"
            tone="danger"
            title={words.title}
            body={`${words.body} ${words.next}`}
            failure={code}
          />
        );
      })}
    </main>,
  );
}
