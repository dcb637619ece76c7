// Which Debian packages are asked for, and which of them are missing.
import { describe, expect, it } from 'vitest';
import { missingFrom, packagesFor } from './system-packages.mjs';

describe('system packages', () => {
  it('are only what the purposes need', () => {
    expect(packagesFor(['unpack'])).toEqual(['unzip']);
    expect(packagesFor(['run'])).toContain('libgtk-3-0');
    expect(packagesFor(['run'])).not.toContain('xvfb');
    expect(packagesFor(['run', 'headless'])).toEqual(
      expect.arrayContaining(['libnss3', 'xvfb', 'gnome-keyring']),
    );
    expect(packagesFor([])).toEqual([]);
  });

  it('are named once when two purposes need them', () => {
    expect(packagesFor(['run', 'run'])).toEqual(packagesFor(['run']));
  });

  it('are missing unless dpkg says installed, under the old name or the new one', () => {
    const report = 'xvfb installed\nxauth config-files\nlibgtk-3-0t64 installed\nunzip not-installed\n';
    expect(missingFrom(['xvfb', 'xauth', 'libgtk-3-0', 'unzip', 'dbus'], report)).toEqual([
      'xauth',
      'unzip',
      'dbus',
    ]);
  });

  it('are all missing when dpkg knows none', () => {
    expect(missingFrom(['xvfb'], '')).toEqual(['xvfb']);
  });
});
