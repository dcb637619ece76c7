/** What the README shows is true: its settings example is read by the app, and every file it names is there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Settings } from '../electron/settings/schema.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

it('the settings example is read as it stands, without its comments', () => {
  const [, example = ''] = /```jsonc\n([\s\S]*?)```/.exec(readme) ?? [];
  const plain = example.replace(/^\s*\/\/.*$/gm, '');
  expect(Settings.parse(JSON.parse(plain)).organisations[0]?.id).toBe('corp');
});

it('every file and folder it links or names is there', () => {
  const linked = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path);
  const named = [
    ...readme.matchAll(/`((?:electron|renderer|demo|docs|bench|tests|scripts)\/[\w./-]*)`/g),
  ].map(([, path]) => path);
  expect(linked.length + named.length).toBeGreaterThan(10);
  for (const path of [...linked, ...named])
    expect({ path, there: existsSync(join(root, path ?? '')) }).toEqual({ path, there: true });
});

it('every npm script it tells of is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
  const told = [...readme.matchAll(/npm (?:run (?:--silent )?)?(start|test|[a-z]+(?:-[a-z]+)*)/g)].map(
    ([, name]) => name,
  );
  for (const name of told) expect(Object.keys(scripts)).toContain(name);
});
