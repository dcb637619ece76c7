// @ts-check
// The bare tray app that Daypass is measured against, packaged by the same rules, fuses and runtime. Needs node_modules.
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { packFolder, whereIs } from './pack.mjs';
import { repository } from './repository.mjs';
import { stageApp } from './stage.mjs';

const name = 'bare-tray';

/**
 * @param {import('./official-electron.mjs').Runtime} runtime
 * @returns {Promise<{ flavour: 'peer', folder: string, executable: string }>}
 */
export async function packPeer(runtime) {
  const built = path.join(repository, 'out', 'build', 'peer');
  const app = path.join(repository, 'out', 'stage', 'peer');
  const output = path.join(repository, 'out', 'package-peer');
  for (const folder of [built, app, output]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(built, { recursive: true });
  const icon = path.join(repository, 'assets', 'tray', 'linux', 'signed-out-dark.png');
  cpSync(path.join(repository, 'bench', 'peer-tray', 'main.cjs'), path.join(built, 'main.cjs'));
  cpSync(icon, path.join(built, 'tray.png'));
  stageApp(built, app, {
    name,
    productName: 'Daypass',
    version: '0.0.0',
    description: 'A tray icon and nothing else',
    license: 'MIT',
    author: 'The Daypass authors',
    main: 'dist/main.cjs',
    daypassFlavour: 'shipping',
    // Never loaded: without a module of its own electron-builder would take all of the checkout's.
    dependencies: { keytar: '*' },
  });
  await packFolder({ app, output, name, runtime, targets: [] });
  return { flavour: 'peer', ...whereIs(output, name) };
}
