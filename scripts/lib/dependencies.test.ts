// When node_modules counts as what the lock asks for.
import { describe, expect, it } from 'vitest';
import { treeMatchesLock } from './dependencies.mjs';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b': { version: '2.0.0', integrity: 'sha512-b', optional: true },
  },
};
const a = { version: '1.0.0', integrity: 'sha512-a' };
const b = { version: '2.0.0', integrity: 'sha512-b' };

describe('an installed tree', () => {
  it.each([
    ['matches when everything is there', { 'node_modules/a': a, 'node_modules/b': b }, true],
    ['matches without an optional package of another platform', { 'node_modules/a': a }, true],
    ['does not match without a needed package', { 'node_modules/b': b }, false],
    ['does not match with another version', { 'node_modules/a': { ...a, version: '1.0.1' } }, false],
    ['does not match with other bytes', { 'node_modules/a': { ...a, integrity: 'sha512-x' } }, false],
    ['does not match with a package nobody asked for', { 'node_modules/a': a, 'node_modules/c': b }, false],
    ['does not match when nothing is there', {}, false],
  ])('%s', (_, packages, matches) => {
    expect(treeMatchesLock(lock, { packages })).toBe(matches);
  });
});
