import { describe, expect, it } from 'vitest';
import { environmentAfter, plain, realShells } from './formats/formats.test-parts.ts';
import { staleBesideEndpoint, variablesOf } from './formats/handed-out.ts';
import { toolLines } from './tool-lines.ts';

const place = { url: 'http://127.0.0.1:4711/v1/reports', token: 'Basic-abc_123', region: 'eu-west-1' };

describe.each(realShells)('what `daypass env` prints for $name, run there', (real) => {
  it('sets the session', () => {
    const after = environmentAfter(real, toolLines.forShell(plain, real.shell), { AWS_PROFILE: 'other' });
    expect(after).toMatchObject(Object.fromEntries(variablesOf(plain)));
    expect(after).not.toHaveProperty('AWS_PROFILE');
  });

  it('leads to the endpoint, and takes away whatever an SDK would prefer', () => {
    const before = Object.fromEntries(staleBesideEndpoint.map((name) => [name, 'old']));
    const after = environmentAfter(real, toolLines.forEndpoint(place, real.shell), before);
    expect(Object.entries(after).filter(([name]) => name.startsWith('AWS_'))).toEqual(
      expect.arrayContaining([
        ['AWS_CONTAINER_CREDENTIALS_FULL_URI', place.url],
        ['AWS_CONTAINER_AUTHORIZATION_TOKEN', place.token],
        ['AWS_REGION', 'eu-west-1'],
        ['AWS_DEFAULT_REGION', 'eu-west-1'],
      ]),
    );
    expect(Object.keys(after).filter((name) => staleBesideEndpoint.includes(name))).toEqual([]);
  });
});
