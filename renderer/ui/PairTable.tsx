/** Two names a line: what is, and what it becomes. */
interface PairTableProps {
  pairs: readonly (readonly [string, string])[];
  /** Said below them where there are more. */
  more: string | null;
}

export function PairTable({ pairs, more }: PairTableProps) {
  return (
    <div className="pair-table">
      <table className="mono">
        <tbody>
          {pairs.map(([one, other]) => (
            <tr key={one}>
              <td>{one}</td>
              <td>{other}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more && <p>{more}</p>}
    </div>
  );
}
