// @ts-check
// The bare tray app that Daypass is measured against, packaged by the same rules, fuses and runtime. Needs node_modules.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packFolder, whereIs } from './pack.mjs';
import { repository } from './repository.mjs';

const name = 'bare-tray';

/**
 * @param {import('./official-electron.mjs').Runtime} runtime
 * @returns {Promise<{ flavour: 'peer', folder: string, executable: string }>}
 */
export async function packPeer(runtime) {
  const app = path.join(repository, 'out', 'stage', 'peer');
  const output = path.join(repository, 'out', 'package-peer');
  for (const folder of [app, output]) rmSync(folder, { recursive: true, force: true });
  const dist = path.join(app, 'dist');
  mkdirSync(dist, { recursive: true });
  cpSync(path.join(repository, 'bench', 'peer-tray', 'main.cjs'), path.join(dist, 'main.cjs'));
  cpSync(
    path.join(repository, 'assets', 'tray', 'linux', 'signed-out-dark.png'),
    path.join(dist, 'tray.png'),
  );
  const manifest = {
    name,
    productName: 'Daypass',
    version: '0.0.0',
    description: 'A tray icon and nothing else',
    license: 'MIT',
    author: 'The Daypass authors',
    main: 'dist/main.cjs',
    daypassFlavour: 'shipping',
  };
  writeFileSync(path.join(app, 'package.json'), JSON.stringify(manifest));
  await packFolder({ app, output, name, runtime, targets: [] });
  return { flavour: 'peer', ...whereIs(output, name) };
}
