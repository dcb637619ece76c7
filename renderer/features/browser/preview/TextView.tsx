/** Text, or JSON laid out anew, line by line. It is put on the screen as text: no markup in it is read. */

import type { IndentedJson } from './indent-json.ts';
import { Marked } from './Marked.tsx';
import { Rows } from './Rows.tsx';
import { cutLine, type TextLines } from './text-lines.ts';

const LINE_HEIGHT = 18;
/** Deeper than this, lines are not set in further. */
const DEEPEST_INDENT = 40;

export function TextView({ lines }: { lines: TextLines }) {
  const digits = String(lines.count).length;
  return (
    <Rows
      label="Text"
      count={lines.count}
      height={LINE_HEIGHT}
      className="pv-text"
      row={(index) => (
        <>
          <span className="pv-number" style={{ width: `${digits + 1}ch` }} aria-hidden="true">
            {index + 1}
          </span>
          <Marked {...lines.at(index)} leaves={'\t'} />
        </>
      )}
    />
  );
}

export function JsonView({ json: { lines } }: { json: IndentedJson }) {
  return (
    <Rows
      label="JSON"
      count={lines.length}
      height={LINE_HEIGHT}
      className="pv-text"
      row={(index) => {
        const { depth, text } = lines[index] ?? { depth: 0, text: '' };
        return (
          <span style={{ paddingLeft: `${2 * Math.min(depth, DEEPEST_INDENT)}ch` }}>
            <Marked {...cutLine(text)} leaves={'\t'} />
          </span>
        );
      }}
    />
  );
}
