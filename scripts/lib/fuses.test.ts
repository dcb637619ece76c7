// Which fuses a package gets, on a short wire and on a long one.
import { describe, expect, it } from 'vitest';
import { differingFuses, fusesToSet, wantedFuses } from './fuses.mjs';

const wire = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, false]));
const nine = Object.keys(wantedFuses('shipping', 'linux'));

describe('fuses', () => {
  it('are the same in both flavours but for the inspector', () => {
    const different = differingFuses(wantedFuses('shipping', 'linux'), wantedFuses('test', 'linux'));
    expect(different).toEqual(['EnableNodeCliInspectArguments']);
    expect(wantedFuses('shipping', 'linux').EnableNodeCliInspectArguments).toBe(false);
  });

  it.each([
    ['darwin', true],
    ['win32', true],
    ['linux', false],
  ] as const)('ask for archive integrity on %s: %s', (platform, on) => {
    expect(wantedFuses('shipping', platform).EnableEmbeddedAsarIntegrityValidation).toBe(on);
  });

  it('are set as far as an older wire has them', () => {
    const wanted = wantedFuses('shipping', 'linux');
    expect(Object.keys(fusesToSet(wire(nine), wanted))).toHaveLength(9);
    expect(fusesToSet(wire(nine.slice(0, 8)), wanted)).not.toHaveProperty('WasmTrapHandlers');
  });

  it('nobody has decided on stop the packaging', () => {
    expect(() => fusesToSet(wire([...nine, 'fuse 9']), wantedFuses('shipping', 'linux'))).toThrow('fuse 9');
  });

  it('differ when one is missing', () => {
    expect(differingFuses({ a: true, b: false }, { a: true })).toEqual(['b']);
  });
});
