/** Paths as a person says them. Pure. */

/** `/home/maya/.aws/config` → `~/.aws/config`; outside of the home folder it stays whole. */
export function shortPath(path: string, home: string | null): string {
  const inHome = home !== null && path.startsWith(home) && /^[\\/]/.test(path.slice(home.length));
  return inHome ? `~${path.slice(home.length)}` : path;
}

/** The `daypass` command stands in `.daypass/bin` of it. */
export function homeOf(command: string): string | null {
  return /^(.+)[\\/]\.daypass[\\/]bin[\\/][^\\/]+$/.exec(command)?.[1] ?? null;
}
