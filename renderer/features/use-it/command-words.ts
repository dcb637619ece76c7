/** Lines that call the `daypass` command, as a person types them in each shell. Pure. */
import type { Shell } from '../../../electron/contract/copy-format.ts';
import type { PassView, Platform, Snapshot } from '../../../electron/contract/snapshot.ts';

type Command = Pick<Snapshot['command'], 'path' | 'onPath'>;

/** `daypass exec Reports -- aws s3 ls` */
export function execLine(command: Command, word: string, shell: Shell): string {
  return `${commandWord(command, shell)} exec ${word} -- aws s3 ls`;
}

/** What names this pass and no other on a command line, without quotes: its label, else its id. */
export function passWord({ id, label }: PassView, passes: readonly PassView[]): string {
  const same = (name: string) => name.normalize('NFC').toLowerCase() === label.normalize('NFC').toLowerCase();
  const others = passes.filter((pass) => pass.id !== id);
  const isPlain = /^[A-Za-z0-9][\w.-]*$/.test(label);
  return isPlain && !others.some((pass) => same(pass.label) || same(pass.id)) ? label : id;
}

/** It stands in `.daypass/bin` of the home folder, which every shell has a word for. */
function commandWord({ path, onPath }: Command, shell: Shell): string {
  const { name, separator } = partsOf(path);
  if (onPath) return name.replace(/\.cmd$/, '');
  const inHome = ['.daypass', 'bin', name].join(separator);
  if (shell === 'powershell') return `& "$HOME${separator}${inHome}"`;
  if (shell === 'cmd') return `"%USERPROFILE%${separator}${inHome}"`;
  return `~/.daypass/bin/${name}`;
}

/** What makes every tool of this shell use the profile. The name holds nothing that a quote could not. */
export function profileLine(name: string, shell: Shell): string {
  switch (shell) {
    case 'bash':
      return `export AWS_PROFILE='${name}'`;
    case 'fish':
      return `set -gx AWS_PROFILE '${name}'`;
    case 'nushell':
      return `$env.AWS_PROFILE = '${name}'`;
    case 'powershell':
      return `$Env:AWS_PROFILE = '${name}'`;
    case 'cmd':
      return `set "AWS_PROFILE=${name}"`;
  }
}

/** The line that makes the name alone enough, and where it belongs. */
export function pathLine(shell: Shell, platform: Platform): { line: string; place: string } {
  switch (shell) {
    case 'bash':
      return { line: 'export PATH="$HOME/.daypass/bin:$PATH"', place: 'into ~/.bashrc or ~/.zshrc' };
    case 'fish':
      return { line: 'fish_add_path ~/.daypass/bin', place: 'once into a fish' };
    case 'nushell':
      return {
        line: '$env.PATH = ($env.PATH | split row (char esep) | prepend ("~/.daypass/bin" | path expand))',
        place: 'into config.nu',
      };
    case 'powershell':
      return platform === 'win32'
        ? { line: '$Env:Path = "$HOME\\.daypass\\bin;$Env:Path"', place: 'into your $PROFILE' }
        : { line: '$Env:PATH = "$HOME/.daypass/bin:$Env:PATH"', place: 'into your $PROFILE' };
    case 'cmd':
      return { line: 'set "PATH=%USERPROFILE%\\.daypass\\bin;%PATH%"', place: 'into each new window' };
  }
}

function partsOf(path: string): { name: string; separator: '/' | '\\' } {
  const cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return { name: path.slice(cut + 1), separator: path[cut] === '\\' ? '\\' : '/' };
}
