/**
 * An INI file as sections with the lines they stand in. Lines of a section are read by the INI library one
 * section at a time, because it would take a dot in a section's name for a level. Pure.
 */
import { parse } from 'ini';

export interface IniSection {
  name: string;
  line: number;
  /** Text values only; empty ones are left out. */
  values: ReadonlyMap<string, string>;
}

const HEADER = /^\s*\[([^\]]*)\]\s*(?:[;#].*)?$/;
/** In values of URLs these begin no comment unless a space stands before them. */
const INNER_COMMENT = /(?<=\S)([;#])/g;

export function iniSections(text: string): IniSection[] {
  const lines = text.split(/\r\n|\n|\r/);
  const headers = lines.flatMap((line, index) => {
    const name = HEADER.exec(line)?.[1]?.trim();
    return name === undefined ? [] : [{ name, index }];
  });
  return headers.map(({ name, index }, at) => {
    const body = lines.slice(index + 1, headers[at + 1]?.index ?? lines.length);
    return { name, line: index + 1, values: valuesOf(body) };
  });
}

function valuesOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const guarded = lines.map((line) => (/^\s*[;#]/.test(line) ? '' : line.replace(INNER_COMMENT, '\\$1')));
  const parsed: Record<string, unknown> = parse(guarded.join('\n'));
  return new Map(
    Object.entries(parsed).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' && value.trim() !== '' ? [[key.trim(), value.trim()]] : [],
    ),
  );
}
