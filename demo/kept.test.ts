import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadKept, saveKept } from './kept.ts';
import { startDemo } from './start.ts';

const NOW = Date.parse('2026-07-01T08:00:00Z');
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'larkfield-'));
  file = join(folder, 'demo', 'larkfield.json');
});
afterEach(() => rm(folder, { recursive: true }));

it('keeps its file for its owner only', async () => {
  await loadKept(folder, NOW);
  expect((await stat(join(folder, 'demo'))).mode & 0o777).toBe(0o700);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('reads what it wrote', async () => {
  const kept = await loadKept(folder, NOW);
  await saveKept(folder, { ...kept, webPort: 1234 });
  expect(await loadKept(folder, NOW)).toEqual({ ...kept, webPort: 1234 });
  expect(await readdir(join(folder, 'demo'))).toEqual(['larkfield.json']);
});

it.each([
  ['no JSON', () => '{"version":1,'],
  ['a missing field', (text: string) => text.replace('masterKey', 'masterkey')],
  ['a port out of range', (text: string) => text.replace('"webPort": 0', '"webPort": 99999')],
  ['a short master key', (text: string) => text.replace(/("masterKey": ")[^"]+/, '$1AAAA')],
  ['a damaged certificate', (text: string) => text.replace('BEGIN CERTIFICATE', 'BEGIN NONSENSE')],
])('puts a file with %s aside and makes a new one', async (_, damage) => {
  const before = await loadKept(folder, NOW);
  const damaged = damage(await readFile(file, 'utf8'));
  await writeFile(file, damaged);
  const after = await loadKept(folder, NOW);
  expect(after.masterKey).not.toBe(before.masterKey);
  expect(await readFile(`${file}.broken`, 'utf8')).toBe(damaged);
  expect(await loadKept(folder, NOW)).toEqual(after);
});

it('takes another port when its own is taken', async () => {
  const first = await startDemo({ dataFolder: folder, now: () => NOW });
  const port = Number(new URL(first.s3Endpoint).port);
  await first.close();
  const squatter = createServer().listen(port, '127.0.0.1');
  await new Promise((resolve) => squatter.once('listening', resolve));
  const second = await startDemo({ dataFolder: folder, now: () => NOW });
  expect(second.s3Endpoint).not.toBe(first.s3Endpoint);
  expect(second.stsEndpoint).toBe(first.stsEndpoint);
  await second.close();
  await new Promise((resolve) => squatter.close(resolve));
});
