import { describe, expect, it } from 'vitest';
import { Settings, State } from './schema.ts';

const corp = { id: 'corp', name: 'Corp', signInUrl: 'https://idp.corp.example/sso', region: 'eu-west-1' };
const settings = (organisation: object) => ({ version: 1, organisations: [organisation] });

describe('a settings file', () => {
  it('needs nothing but its version', () => {
    expect(Settings.parse({ version: 1 })).toEqual({
      version: 1,
      organisations: [],
      passes: [],
      preferences: { notifyMinutesBefore: 10, clipboardClearSeconds: 60 },
    });
  });

  it.each([
    'http://idp.corp.example/sso',
    'http://localhost/sso',
    'http://127.0.0.1.evil.example/sso',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://user:word@idp.corp.example/',
    'idp.corp.example',
  ])('is refused with the sign-in address %s', (signInUrl) => {
    expect(Settings.safeParse(settings({ ...corp, signInUrl })).success).toBe(false);
  });

  it('may name further origins and the company’s own programs', () => {
    const more = {
      idpOrigins: ['https://idp.corp.example', 'http://127.0.0.1:8080'],
      allowedSchemes: ['okta-verify'],
    };
    expect(Settings.parse(settings({ ...corp, ...more })).organisations[0]).toMatchObject(more);
  });

  it('takes plain http on a loopback literal', () => {
    expect(Settings.safeParse(settings({ ...corp, signInUrl: 'http://127.0.0.1:8080/sso' })).success).toBe(
      true,
    );
  });

  it.each([
    ['an id that is a path', settings({ ...corp, id: '../../x' })],
    ['an unknown region', settings({ ...corp, region: 'atlantis-1' })],
    ['an unknown field', settings({ ...corp, colour: 'red' })],
    ['a later version', { version: 2 }],
    ['two organisations of one id', { version: 1, organisations: [corp, corp] }],
    ['two ids that are one folder', { version: 1, organisations: [corp, { ...corp, id: 'Corp' }] }],
    ['a page where an origin belongs', settings({ ...corp, idpOrigins: ['https://idp.corp.example/sso'] })],
    ['an origin that is not secure', settings({ ...corp, idpOrigins: ['http://idp.corp.example'] })],
    ['a scheme that is no program’s', settings({ ...corp, allowedSchemes: ['javascript'] })],
    ['a scheme in capital letters', settings({ ...corp, allowedSchemes: ['Okta-Verify'] })],
  ])('is refused with %s', (_what, value) => {
    expect(Settings.safeParse(value).success).toBe(false);
  });
});

it('a state file needs nothing but its version', () => {
  expect(State.parse({ version: 1 })).toMatchObject({ passes: [], keychainIndex: [], durations: {} });
});
