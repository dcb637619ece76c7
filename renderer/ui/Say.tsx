/** A state in words: what is so, what it means, one way on. As a full panel, or as a line above the content. */
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

interface SayProps {
  icon: IconName;
  tone?: 'plain' | 'soon' | 'danger';
  title: string;
  body?: ReactNode;
  acts?: ReactNode;
  /** Folded: what the other side answered, word for word. */
  raw?: string | null;
  /** What folds `raw`, where it is no answer. */
  rawWords?: string;
  /** The failure's code, when this shows one. */
  failure?: string;
}

const toned = (tone: SayProps['tone']) => (tone === 'plain' || !tone ? '' : `is-${tone}`);

/** `calm`: a small title, for states that are nobody's fault. */
export function SayPanel({
  icon,
  tone,
  title,
  body,
  acts,
  raw,
  failure,
  calm,
}: SayProps & { calm?: boolean }) {
  return (
    <section
      className={`say say-text${calm ? ' calm' : ''}`}
      data-failure={failure}
      {...(failure && { role: 'alert' })}
    >
      <span className={`ico ${toned(tone)}`}>
        <Icon name={icon} />
      </span>
      <h2>{title}</h2>
      {body && <p>{body}</p>}
      {acts && <div className="acts">{acts}</div>}
      {raw && <RawAnswer raw={raw} />}
    </section>
  );
}

export function SayLine({ icon, tone, title, body, acts, raw, rawWords, failure }: SayProps) {
  return (
    <section className="line" data-failure={failure} role={failure ? 'alert' : 'status'}>
      <span className={`ico ${toned(tone)}`}>
        <Icon name={icon} />
      </span>
      <div className="grow say-text">
        <p>
          <b>{title}</b> {body}
        </p>
        {raw && <RawAnswer raw={raw} words={rawWords} />}
      </div>
      {acts && <div className="acts">{acts}</div>}
    </section>
  );
}

export function RawAnswer({
  raw,
  words = 'What was answered, word for word',
}: {
  raw: string;
  words?: string | undefined;
}) {
  return (
    <details>
      <summary>
        <Icon name="chev" size={12} />
        {words}
      </summary>
      <pre className="code">{raw}</pre>
    </details>
  );
}
