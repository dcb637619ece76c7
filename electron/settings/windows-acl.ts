/**
 * Reads an access list of Windows as our one PowerShell question prints it: whether anybody but the administrators
 * and the system may change a path. What can’t be told is not trusted. Pure.
 */

/** Well-known security identifiers (Windows documentation, "Well-known SIDs"); names are translated, SIDs are not. */
const ADMINISTRATORS = [
  'S-1-5-18', // the system itself
  'S-1-5-32-544', // Administrators
  'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464', // TrustedInstaller
];
/** Stands for whoever owns what is made below; grants nothing on the path itself. */
const CREATOR_OWNER = 'S-1-3-0';

/** One entry of an access list as PowerShell's `Get-Acl` gives it. */
interface AccessRule {
  sid: string;
  allows: boolean;
  /** Bits of `FileSystemRights`. */
  rights: number;
  /** Whether it is for what is made below only. */
  inheritOnly: boolean;
}

/** Bits of Windows' FILE_GENERIC rights (Win32 documentation, "File access rights constants"). */
const TAKING_AWAY = 0x40 | 0x10000 | 0x40000 | 0x80000 | 0x40000000 | 0x10000000;
const WRITING = 0x2 | 0x4 | 0x10 | 0x100 | TAKING_AWAY;

/**
 * `output`: the owner's SID on the first line, then `SID;Allow|Deny;RIGHTS;PROPAGATION` a line. `above`: a folder
 * further up, where others may add what is theirs (as Windows has it) but take nothing away.
 */
export function distrustInAcl(path: string, output: string, place: 'own' | 'above'): string | null {
  const [owner = '', ...lines] = output.trim().split(/\r?\n/);
  if (!ADMINISTRATORS.includes(owner.trim())) return `${path} belongs to ${owner.trim() || 'nobody known'}`;
  if (lines.length === 0) return `${path} has no access list`;
  for (const line of lines) {
    const rule = readRule(line);
    if (!rule) return `the access list of ${path} could not be read`;
    if (mayChange(rule, place === 'own' ? WRITING : TAKING_AWAY))
      return `${path} can be written by ${rule.sid}`;
  }
  return null;
}

function readRule(line: string): AccessRule | null {
  const match = /^(S-1-[\d-]+);(Allow|Deny);(-?\d{1,11});(\w[\w, ]*)$/.exec(line.trim());
  if (!match) return null;
  const [, sid = '', kind, rights, propagation = ''] = match;
  return {
    sid,
    allows: kind === 'Allow',
    rights: Number(rights),
    inheritOnly: /InheritOnly/.test(propagation),
  };
}

function mayChange({ sid, allows, rights, inheritOnly }: AccessRule, changing: number): boolean {
  if (!allows || inheritOnly || ADMINISTRATORS.includes(sid) || sid === CREATOR_OWNER) return false;
  return (rights & changing) !== 0;
}
