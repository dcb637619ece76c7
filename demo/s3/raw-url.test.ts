import { expect, it } from 'vitest';
import { decodeBytes, encodeBytes, readUtf8, splitTarget } from './raw-url.ts';

it.each([
  ['/b/a%20b+c', '/b/a b+c'],
  ['/b/../x', '/b/../x'],
  ['/b/%2e%2E/x', '/b/../x'],
  ['/b//a///', '/b//a///'],
  ['/b/100%', '/b/100%'],
  ['/b/%25%34%31', '/b/%41'],
  ['/b/caf%C3%A9', '/b/café'],
])('reads the path %s as it was meant', (path, meant) => {
  expect(readUtf8(decodeBytes(splitTarget(path)?.path ?? ''))).toBe(meant);
});

it('takes a plus in the query for a blank, and keeps empty and repeated fields', () => {
  const fields = splitTarget('/?prefix=a+b%2B&location&x=1=2&&x=')?.query.map((field) => [
    field.name.toString(),
    field.value.toString(),
  ]);
  expect(fields).toEqual([
    ['prefix', 'a b+'],
    ['location', ''],
    ['x', '1=2'],
    ['x', ''],
  ]);
});

it('encodes everything but the unreserved letters', () => {
  const bytes = Buffer.from("a/b ~!*'()+é", 'utf8');
  expect(encodeBytes(bytes, true)).toBe('a/b%20~%21%2A%27%28%29%2B%C3%A9');
  expect(encodeBytes(bytes, false)).toMatch(/^a%2Fb/);
});

it('knows bytes that are not UTF-8, and keeps a byte order mark', () => {
  expect(readUtf8(Buffer.from([0xff, 0x41]))).toBeUndefined();
  expect(readUtf8(Buffer.from('\uFEFFa', 'utf8'))).toBe('\uFEFFa');
});

it('does not take an absolute target', () => {
  expect(splitTarget('http://elsewhere.example/b/k')).toBeUndefined();
});
