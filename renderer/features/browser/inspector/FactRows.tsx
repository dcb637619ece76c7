/** Names and values, each value copied by a button beside it. */
import { useApi } from '../../../bridge/use-api.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Fact, FactGroup } from './details.ts';
import { Exact } from './Exact.tsx';

export function FactRows({ group: { title, facts } }: { group: FactGroup }) {
  return (
    <section className="fact-group">
      <h3>{title}</h3>
      <dl className="facts say-text">
        {facts.map((fact, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: metadata may hold a name twice, and stays in its order
          <FactRow key={index} fact={fact} />
        ))}
      </dl>
    </section>
  );
}

function FactRow({ fact: { name, value, hint, copied, mono } }: { fact: Fact }) {
  const { order } = useApi();
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value === null ? (
          <span className="hint">not told</span>
        ) : (
          <>
            <span className={mono ? 'grow mono' : 'grow'}>
              <Exact text={value} />
              {hint && <span className="hint fact-hint">{hint}</span>}
            </span>
            <Button
              look="quiet"
              size="small"
              icon="copy"
              aria-label={`Copy ${name}`}
              onPress={() => order('text.copy', { text: copied ?? value })}
            />
          </>
        )}
      </dd>
    </div>
  );
}
