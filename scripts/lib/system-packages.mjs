// @ts-check
// The Debian packages each purpose needs: looked for, installed as root, else named in one line to run.
import { spawnSync } from 'node:child_process';
import { Refusal, say } from './say.mjs';

/** @typedef {'run' | 'unpack' | 'headless' | 'tests'} Purpose */

/** @type {Record<Purpose, readonly string[]>} */
const packagesByPurpose = {
  run: [
    'libgtk-3-0',
    'libnss3',
    'libasound2',
    'libgbm1',
    'libxss1',
    'libnotify4',
    'libatspi2.0-0',
    'libsecret-1-0',
  ],
  unpack: ['unzip'],
  // A bare screen has no desktop's face: the fonts make its pictures look as a person's screen does.
  headless: [
    'xvfb',
    'xauth',
    'dbus',
    'gnome-keyring',
    'xclip',
    'xdotool',
    'libnss3-tools',
    'fonts-inter',
    'fonts-jetbrains-mono',
    'fonts-wqy-microhei',
  ],
  tests: ['awscli', 'curl', 'zsh', 'fish', 'rclone', 'python3-boto3', 'tinyproxy', 'chromium'],
};

/**
 * @param {readonly Purpose[]} purposes
 * @returns {string[]} package names without repeats
 */
export function packagesFor(purposes) {
  return [...new Set(purposes.flatMap((purpose) => packagesByPurpose[purpose]))];
}

/**
 * Reads `dpkg-query -W -f '${Package} ${db:Status-Status}\n'`. Newer Debian and Ubuntu carry some libraries under
 * a name ending in t64 (64-bit time); either name counts.
 * @param {readonly string[]} wanted
 * @param {string} report
 */
export function missingFrom(wanted, report) {
  const installed = new Set(
    report
      .split('\n')
      .flatMap((line) => (line.endsWith(' installed') ? [line.slice(0, line.indexOf(' '))] : [])),
  );
  return wanted.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

/** @param {readonly Purpose[]} purposes */
export function ensureSystemPackages(purposes) {
  if (process.platform !== 'linux') return;
  const wanted = packagesFor(purposes);
  const query = spawnSync(
    'dpkg-query',
    ['-W', '-f', `\${Package} \${db:Status-Status}\n`, ...wanted.flatMap((name) => [name, `${name}t64`])],
    { encoding: 'utf8' },
  );
  // Not Debian's family: the loader names a missing library itself, and we know no package names there.
  if (query.error) return;
  const missing = missingFrom(wanted, query.stdout);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    throw new Refusal(
      `These system packages are missing. Run this line, then start again:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${carriedNames(missing).join(' ')}`,
    );
  }
  install(missing);
}

/** @param {readonly string[]} missing */
function install(missing) {
  say(`Installing system packages: ${missing.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  /** @param {string[]} args */
  const apt = (args) => spawnSync('apt-get', ['-q', ...args], { stdio: ['ignore', 2, 2], env }).status === 0;
  if (apt(['update']) && apt(['install', '-y', '--no-install-recommends', ...carriedNames(missing)])) return;
  throw new Refusal('apt-get could not install the system packages; its message is above.');
}

/**
 * The names under which this system's archive carries the packages.
 * @param {readonly string[]} names
 */
function carriedNames(names) {
  return names.map((name) => {
    const known =
      spawnSync('apt-cache', ['show', '--no-all-versions', `${name}t64`], { stdio: 'ignore' }).status === 0;
    return known ? `${name}t64` : name;
  });
}
