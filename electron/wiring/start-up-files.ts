/** Reads the start-up files of the person's shells, where variables of other tools stand. One world: the home folder. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Shadow, shadowsIn } from './shadowing.ts';

const FILES = [
  '.profile',
  '.bash_profile',
  '.bash_login',
  '.bashrc',
  '.zshenv',
  '.zprofile',
  '.zshrc',
  '.zlogin',
  '.config/fish/config.fish',
];
/** A start-up file is written by hand; a larger one is not read. */
const LARGEST_BYTES = 1_000_000;

export interface FoundShadow extends Shadow {
  /** As a person writes it: `~/.zshrc`. */
  file: string;
}

export function shadowsInHome(home: string): FoundShadow[] {
  return FILES.flatMap((name) =>
    shadowsIn(textOf(join(home, name))).map((shadow) => ({ ...shadow, file: `~/${name}` })),
  );
}

function textOf(file: string): string {
  try {
    const { size } = statSync(file);
    return size > LARGEST_BYTES ? '' : readFileSync(file, 'utf8');
  } catch {
    // There is none, or it may not be read: nothing can be said of it.
    return '';
  }
}
