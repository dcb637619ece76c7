// @ts-check
// `npm run icons`: draws every tray and app icon from the SVG sources. The results are committed; run it after a change.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runToEnd } from './lib/child.mjs';
import { appIconSizes, appIconSvg, coloured, icns, ico, iconJobs } from './lib/icon-jobs.mjs';
import { prepare } from './lib/prepare.mjs';
import { repository } from './lib/repository.mjs';
import { sandboxSwitches } from './lib/sandbox.mjs';
import { Refusal, runScript } from './lib/say.mjs';

const assets = path.join(repository, 'assets');
/** @param {string} file */
const read = (file) => readFileSync(path.join(assets, file));

await runScript(async () => {
  const headless = process.platform === 'linux' && !process.env.DISPLAY;
  const runtime = await prepare(headless ? ['run', 'headless'] : ['run']);
  writeFileSync(path.join(assets, 'app-icon.svg'), appIconSvg(read('tray/active-32.svg').toString()));
  const workplace = mkdtempSync(path.join(os.tmpdir(), 'daypass-icons-'));
  try {
    const jobs = iconJobs().map((job) => ({
      svg: coloured(read(job.source).toString(), job),
      size: job.size,
      file: path.join(assets, job.file),
    }));
    const jobFile = path.join(workplace, 'jobs.json');
    writeFileSync(jobFile, JSON.stringify(jobs));
    const renderer = path.join(repository, 'scripts', 'lib', 'icon-renderer');
    const command = [runtime.executable, ...sandboxSwitches(runtime.folder), renderer, jobFile];
    const [program = '', ...args] = headless ? ['xvfb-run', '-a', ...command] : command;
    if ((await runToEnd(program, args)) !== 0) throw new Refusal('The icons could not be drawn.');
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
  const pictures = appIconSizes.map((size) => ({ size, png: read(`icons/${size}x${size}.png`) }));
  writeFileSync(path.join(assets, 'icons', 'icon.ico'), ico(pictures.filter(({ size }) => size <= 256)));
  writeFileSync(path.join(assets, 'icons', 'icon.icns'), icns(pictures));
});
