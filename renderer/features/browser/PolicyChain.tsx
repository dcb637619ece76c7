/** The policies a request passes as stations on a line: which one said no, which are not known. */
import { Icon } from '../../ui/Icon.tsx';
import type { PolicyStop } from './policy-chain.ts';

export function PolicyChain({ stops }: { stops: readonly PolicyStop[] }) {
  if (stops.length === 0) return null;
  return (
    <ol className="policies" aria-label="Policies that AWS looked at">
      {stops.map(({ kind, name, said, words }) => (
        <li key={kind} className={said === 'no' ? 'no' : ''}>
          <span className="stop">
            <i>
              {said === 'no' && <Icon name="x" size={12} />}
              {said === 'yes' && <Icon name="check" size={12} />}
            </i>
          </span>
          <b>{name}</b>
          <small>{words}</small>
        </li>
      ))}
    </ol>
  );
}
