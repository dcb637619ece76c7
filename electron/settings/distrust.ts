/** The question of trust for each system: POSIX owners and modes, or the access lists of Windows. */
import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { win32 } from 'node:path';
import type { DistrustOf } from './managed.ts';
import { distrustOfPath } from './trusted-path.ts';
import { distrustInAcl } from './windows-acl.ts';

const ROOT = 0;

/**
 * `named`: the file was named by DAYPASS_MANAGED, which only a checkout listens to. Then it may belong to the
 * person as well, and stand below a shared folder such as /tmp, so that tests need not be root.
 */
export function distrustOn(platform: NodeJS.Platform, named: boolean): DistrustOf {
  if (platform === 'win32') return (file) => distrustOnWindows(file, askPowerShell);
  const owners = named ? [ROOT, userInfo().uid] : [ROOT];
  return (file) => distrustOfPath(file, { owners, stickyFolders: named });
}

/** The file and its folder must be the administrators' alone; folders above must not let others take them away. */
export function distrustOnWindows(file: string, ask: (path: string) => string): string | null {
  const folder = win32.dirname(file);
  const own = [file, folder].map((path) => distrustInAcl(path, ask(path), 'own'));
  const above = foldersAbove(folder).map((path) => distrustInAcl(path, ask(path), 'above'));
  return [...own, ...above].find((distrust) => distrust !== null) ?? null;
}

function foldersAbove(folder: string): string[] {
  const above = win32.dirname(folder);
  return above === folder ? [] : [above, ...foldersAbove(above)];
}

const POWERSHELL = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';
/** SIDs and numbers only: names are translated on other systems. The path comes by the environment, unquoted. */
const QUESTION = `$acl = Get-Acl -LiteralPath $env:DAYPASS_ACL_OF
$sid = [System.Security.Principal.SecurityIdentifier]
$acl.GetOwner($sid).Value
foreach ($rule in $acl.GetAccessRules($true, $true, $sid)) {
  '{0};{1};{2};{3}' -f $rule.IdentityReference.Value, $rule.AccessControlType, [int]$rule.FileSystemRights, $rule.PropagationFlags
}`;

function askPowerShell(path: string): string {
  return execFileSync(POWERSHELL, ['-NoProfile', '-NonInteractive', '-Command', QUESTION], {
    encoding: 'utf8',
    env: { ...process.env, DAYPASS_ACL_OF: path },
    timeout: 15_000,
    windowsHide: true,
  });
}
