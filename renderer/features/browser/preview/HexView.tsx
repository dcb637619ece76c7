/** Bytes as they are: where, in hex, and what of them is ASCII. */
import { HEX_ROW_BYTES, hexRow } from './hex-row.ts';
import { Rows } from './Rows.tsx';

export function HexView({ bytes }: { bytes: Uint8Array }) {
  return (
    <Rows
      label="Bytes in hex"
      count={Math.ceil(bytes.length / HEX_ROW_BYTES)}
      height={18}
      className="pv-hex"
      row={(index) => {
        const { offset, hex, ascii } = hexRow(bytes, index);
        return (
          <>
            <span className="hint">{offset}</span>
            <span>{hex}</span>
            <span className="dim">{ascii}</span>
          </>
        );
      }}
    />
  );
}
