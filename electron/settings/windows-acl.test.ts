import { describe, expect, it } from 'vitest';
import { distrustOnWindows } from './distrust.ts';
import { distrustInAcl } from './windows-acl.ts';

const ADMINS = 'S-1-5-32-544';
const SYSTEM = 'S-1-5-18';
const USERS = 'S-1-5-32-545';
const FULL = 2_032_127;
const READ = 1_179_817;
/** Create files, create folders, write attributes: what Windows lets users do in ProgramData itself. */
const ADD = 0x2 | 0x4 | 0x100 | 0x10;
const MODIFY = 1_245_631;

const acl = (owner: string, ...rules: string[]) => [owner, ...rules].join('\r\n');
const good = acl(
  ADMINS,
  `${SYSTEM};Allow;${FULL};None`,
  `${ADMINS};Allow;${FULL};None`,
  `${USERS};Allow;${READ};None`,
);

describe('an access list of Windows (its text is made up here: not run on Windows)', () => {
  it.each([
    ['administrators write, users read', good, null],
    ['generic rights for what is made below', acl(SYSTEM, `S-1-3-0;Allow;268435456;InheritOnly`), null],
    ['a denial', acl(ADMINS, `${USERS};Deny;${FULL};None`), null],
    ['a user owns it', good.replace(ADMINS, 'S-1-5-21-1-2-3-1001'), /belongs to S-1-5-21/],
    ['users may modify', acl(ADMINS, `${USERS};Allow;${MODIFY};None`), /can be written by S-1-5-32-545/],
    ['generic write', acl(ADMINS, `${USERS};Allow;1073741824;None`), /can be written/],
    ['generic all as a negative number', acl(ADMINS, `S-1-1-0;Allow;-1;None`), /can be written by S-1-1-0/],
    ['words in place of SIDs', acl(ADMINS, 'BUILTIN\\Users;Allow;1;None'), /could not be read/],
    ['no list at all', ADMINS, /has no access list/],
    ['nothing', '', /nobody known/],
  ])('%s', (_what, output, reason) => {
    const distrust = distrustInAcl('C:\\x', output, 'own');
    if (reason === null) expect(distrust).toBeNull();
    else expect(distrust).toMatch(reason);
  });

  it('others may add to the folders above, but take nothing away', () => {
    const adding = acl(SYSTEM, `${USERS};Allow;${ADD};None`);
    expect(distrustInAcl('C:\\ProgramData', adding, 'above')).toBeNull();
    expect(distrustInAcl('C:\\ProgramData\\Daypass', adding, 'own')).toMatch(/can be written/);
    const removing = acl(SYSTEM, `${USERS};Allow;${0x40};None`);
    expect(distrustInAcl('C:\\ProgramData', removing, 'above')).toMatch(/can be written/);
  });

  it('is asked for the file, its folder and every folder above', () => {
    const asked: string[] = [];
    const file = 'C:\\ProgramData\\Daypass\\managed.json';
    const ask = (path: string) => {
      asked.push(path);
      return good;
    };
    expect(distrustOnWindows(file, ask)).toBeNull();
    expect(asked).toEqual([file, 'C:\\ProgramData\\Daypass', 'C:\\ProgramData', 'C:\\']);
  });
});
