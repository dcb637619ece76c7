/** Several processes at one file: Daypasses among themselves, `aws configure set` beside them, and one that is killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bringInLine } from './bring-in-line.ts';
import { createConfigFile, type Step } from './config-file.ts';
import { hasAnyMarker } from './own-section.ts';
import { profile } from './profiles.test-parts.ts';

let program = '';
let built = '';
beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), 'daypass-writer-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: built,
      target: 'node20',
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'writer.test-parts.ts'),
        formats: ['es'],
        fileName: () => 'writer.mjs',
      },
      rollupOptions: { external: (id) => isBuiltin(id) },
    },
  });
  program = join(built, 'writer.mjs');
}, 60_000);
afterAll(() => rmSync(built, { recursive: true, force: true }));

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-writers-'));
  path = join(folder, 'config');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const theirs = '[default]\r\nname = Zo\xe9\n# a note\n[profile b]\ns3 =\n\tx = 1\n';
const text = () => readFileSync(path, 'latin1');
const write = (content: string) => {
  writeFileSync(path, content, 'latin1');
  utimesSync(path, 1, 1);
};
function run(command: string, args: readonly string[], env: Record<string, string> = {}) {
  const child: ChildProcess = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], env });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise<{ code: number | null; signal: string | null; said: string }>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal, said })),
  );
}
const writer = (tag: string, name: string, times: number, { patience = 1, dieAt = [] as Step[] } = {}) =>
  run(process.execPath, [program, path, tag, name, String(times), String(patience), ...dieAt]);
const tags = Array.from({ length: 8 }, (_, n) => `00000${n}`);

describe('eight processes, fifty writes each', () => {
  it('all of theirs and all of ours are there, and everything else byte for byte', async () => {
    write(theirs);
    const ended = await Promise.all(tags.map((tag) => writer(tag, `p${tag}`, 50, { patience: 0.05 })));
    expect(ended).toEqual(tags.map(() => ({ code: 0, signal: null, said: '' })));
    expect(text().startsWith(theirs)).toBe(true);
    for (const tag of tags)
      expect(text()).toMatch(new RegExp(`\\[profile p${tag}\\]\\n.*\\n.*\\nregion = region-50\\n`));
    expect(readdirSync(folder).sort()).toEqual(['config', 'config.before-daypass']);
    const wait = () => new Promise<void>((resolve) => setTimeout(resolve, 1));
    const file = createConfigFile(path, {
      platform: process.platform,
      uid: process.getuid?.() ?? null,
      wait,
    });
    for (const tag of tags)
      await file.edit((bytes) => {
        const { bytes: next, made } = bringInLine(bytes, { wanted: [], tag });
        return { bytes: next, hasOwn: hasAnyMarker(next), made };
      });
    expect(text()).toBe(theirs);
    expect(readdirSync(folder)).toEqual(['config']);
  }, 120_000);
});

const AWS = '/usr/bin/aws';
describe.runIf(existsSync(AWS))('beside `aws configure set`, which takes no lock and writes in place', () => {
  const configure = async (key: string, value: string, name: string) =>
    run(AWS, ['configure', 'set', key, value, '--profile', name], {
      AWS_CONFIG_FILE: path,
      PATH: '/usr/bin:/bin',
      HOME: folder,
      LANG: 'C.UTF-8',
    });

  it('nothing of anybody is lost by us, and ours are there after the next look', async () => {
    const plain =
      '[default]\nregion = us-east-1\n\n# a note\n[profile theirs]\noutput = text\n\n[profile b]\ns3 =\n  x = 1\n';
    write(plain);
    const aws = async () => {
      for (let n = 1; n <= 8; n++) await configure('region', `theirs-${n}`, 'theirs');
    };
    await Promise.all([aws(), ...tags.map((tag) => writer(tag, `p${tag}`, 50))]);
    // What it read before and wrote after one of ours is gone by its hand: the next start of Daypass looks.
    for (const tag of tags) expect(await writer(tag, `p${tag}`, 1)).toMatchObject({ code: 0 });
    expect(text().startsWith(plain.replace('output = text\n', 'output = text\nregion = theirs-8\n'))).toBe(
      true,
    );
    for (const tag of tags) expect(text().match(new RegExp(`\\[profile p${tag}\\]`, 'g'))).toHaveLength(1);
  }, 180_000);

  it('what it sets in our section stays when ours is changed, and keeps its header when ours goes', async () => {
    write('[default]\nregion = us-east-1\n');
    await writer(tags[0] ?? '', 'rep', 1);
    const ours = text();
    expect(await configure('output', 'json', 'rep')).toMatchObject({ code: 0 });
    expect(await configure('region', 'changed', 'rep')).toMatchObject({ code: 0 });
    await writer(tags[0] ?? '', 'rep', 1);
    expect(text()).toBe(`${ours}output = json\n`);
    expect(await configure('region', 'us-west-2', 'default')).toMatchObject({ code: 0 });
    expect(text()).toBe(`${ours.replace('us-east-1', 'us-west-2')}output = json\n`);
    const left = bringInLine(text(), { wanted: [], tag: tags[0] ?? '' }).bytes;
    expect(left).toBe('[default]\nregion = us-west-2\n\n[profile rep]\noutput = json\n');
  }, 60_000);

  it('a section that took another’s place gives it back, with what was set meanwhile', async () => {
    write('[profile rep]\nregion = old\n\n[profile z]\nregion = z\n');
    const tag = tags[0] ?? '';
    const mayReplace = new Set(['profile rep']);
    write(bringInLine(text(), { wanted: [profile('rep')], tag, mayReplace }).bytes);
    await configure('output', 'json', 'rep');
    await configure('region', 'new', 'z');
    expect(bringInLine(text(), { wanted: [], tag }).bytes).toBe(
      '[profile rep]\nregion = old\noutput = json\n\n[profile z]\nregion = new\n',
    );
  }, 60_000);
});

describe('killed at any step', () => {
  const steps: Step[] = ['locked', 'settled', 'backedUp', 'drafted', 'compared', 'renamed', 'unlocked'];
  it.each(steps)(
    '%s: the file is the old one or the new one, and the next start clears up',
    async (step) => {
      write(theirs);
      const next = bringInLine(theirs, {
        wanted: [profile('rep', undefined, 'region-1')],
        tag: 'a1b2c3',
      }).bytes;
      expect(await writer('a1b2c3', 'rep', 1, { dieAt: [step] })).toMatchObject({ signal: 'SIGKILL' });
      expect(text()).toBe(['renamed', 'unlocked'].includes(step) ? next : theirs);
      expect(await writer('a1b2c3', 'rep', 1)).toMatchObject({ code: 0, said: '' });
      expect(text()).toBe(next);
      expect(readdirSync(folder).sort()).toEqual(['config', 'config.before-daypass']);
      expect(readFileSync(join(folder, 'config.before-daypass'), 'latin1')).toBe(theirs);
    },
    30_000,
  );
});
