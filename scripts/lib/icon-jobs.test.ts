// Which icons are drawn, and the bytes of the containers they go into.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { appIconSvg, coloured, drawingFor, icns, ico, iconJobs } from './icon-jobs.mjs';
import { repository } from './repository.mjs';

describe('icons', () => {
  it('are committed, every one', () => {
    const missing = iconJobs().filter(({ file }) => !existsSync(path.join(repository, 'assets', file)));
    expect(missing).toEqual([]);
  });

  it.each([
    [16, 16],
    [18, 22],
    [20, 22],
    [22, 22],
    [24, 32],
    [44, 32],
  ])('of %i px come from the drawing for %i px', (size, drawing) => {
    expect(drawingFor(size)).toBe(drawing);
  });

  it('colour the stub apart only where asked', () => {
    const svg = '<path fill="currentColor"/><path class="stub" d="M0" fill="currentColor"/>';
    expect(coloured(svg, { ink: '#000' })).toBe('<path fill="#000"/><path class="stub" d="M0" fill="#000"/>');
    expect(coloured(svg, { ink: '#000', stub: '#f80' })).toContain('d="M0" fill="#f80"');
  });

  it("carry the tray's ticket in the app's icon", () => {
    expect(appIconSvg('<svg><path d="M1 2"/></svg>')).toContain('d="M1 2"');
    expect(() => appIconSvg('<svg/>')).toThrow();
  });
});

describe('icon containers', () => {
  const png = Buffer.from('PNG!');

  it('for Windows say where each picture lies', () => {
    const file = ico([
      { size: 16, png },
      { size: 256, png },
    ]);
    expect([file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([1, 2]);
    expect([file.readUInt8(6), file.readUInt8(22)]).toEqual([16, 0]);
    const offset = file.readUInt32LE(22 + 12);
    expect(file.subarray(offset, offset + file.readUInt32LE(22 + 8)).toString()).toBe('PNG!');
  });

  it('for macOS count their own length and leave unknown sizes out', () => {
    const file = icns([
      { size: 128, png },
      { size: 48, png },
    ]);
    expect(file.toString('latin1', 0, 4)).toBe('icns');
    expect(file.readUInt32BE(4)).toBe(file.length);
    expect(file.toString('latin1', 8, 12)).toBe('ic07');
    expect(file.length).toBe(8 + 8 + 4);
  });
});
