/** Keys, and what they are called on this computer. */
import type { Renamed } from '../../../electron/contract/transfer.ts';
import { formatCount } from '../../text/format.ts';

export function RenamedTable({ renamed: { count, first } }: { renamed: Renamed }) {
  return (
    <div className="renamed-table">
      <table className="mono">
        <tbody>
          {first.map(({ name, as }) => (
            <tr key={name}>
              <td>{name}</td>
              <td>{as}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > first.length && <p>And {formatCount(count - first.length)} more.</p>}
    </div>
  );
}
