import { describe, expect, it } from 'vitest';
import type { AppError } from '../lib/app-error.ts';
import { judge, type Present } from './judge.ts';
import { readSharedFile } from './shared-file.ts';

const corp = { id: 'corp', name: 'Corp', signInUrl: 'https://idp.corp.example/sso', region: 'eu-west-1' };
const account = 'arn:aws:iam::111122223333';
const pass = (id: string, more: object = {}) => ({
  id,
  organisation: 'corp',
  label: id,
  roleArn: `${account}:role/${id}`,
  providerArn: `${account}:saml-provider/Corp`,
  region: 'eu-west-1',
  ...more,
});
const text = (organisation: object = {}, more: object = {}) =>
  JSON.stringify({ version: 1, organisations: [{ ...corp, ...organisation }], ...more }, null, 2);
const refusalOf = (content: string) => {
  try {
    readSharedFile(content, '/home/ada/corp.daypass.json');
    return null;
  } catch (error) {
    const { code, details } = error as AppError;
    return { code, subject: details.subject, raw: details.raw };
  }
};

describe('a shared file that says where credentials go is refused as a whole, by name and line', () => {
  it.each([
    ['an STS', { endpoints: { sts: 'https://sts.evil.example' } }, 'organisations.0.endpoints'],
    ['an S3', { endpoints: { s3: 'https://s3.evil.example' } }, 'organisations.0.endpoints'],
    ['empty endpoints', { endpoints: {} }, 'organisations.0.endpoints'],
    ['an STS of loopback', { endpoints: { sts: 'http://127.0.0.1:1/' } }, 'organisations.0.endpoints'],
    ['a capture address', { capture: ['https://evil.example/saml'] }, 'organisations.0.capture'],
    ['an authority', { caFile: '/tmp/evil.pem' }, 'organisations.0.caFile'],
    ['one further in', { more: { endpoints: 1 } }, 'organisations.0.more.endpoints'],
  ])('%s', (_what, more, subject) => {
    const line = subject.includes('more') ? 'line 10' : 'line 9';
    expect(refusalOf(text(more))).toEqual({
      code: 'import-overrides',
      subject,
      raw: expect.stringContaining(line),
    });
  });

  it('also in a pass, or beside everything', () => {
    const inPass = text({}, { passes: [pass('a', { endpoints: {} })] });
    expect(refusalOf(inPass)).toMatchObject({ code: 'import-overrides', subject: 'passes.0.endpoints' });
    expect(refusalOf(text({}, { caFile: 'x' }))).toMatchObject({
      code: 'import-overrides',
      subject: 'caFile',
    });
  });

  it('which profile of AWS’s tools a pass has is not for a file to say', () => {
    const refused = refusalOf(text({}, { passes: [pass('a', { awsProfile: 'default' })] }));
    expect(refused).toMatchObject({ code: 'import-unreadable', raw: expect.stringContaining('awsProfile') });
  });

  it('also under a key that JSON writes in another way', () => {
    expect(refusalOf(text().replace('"id"', '"endpoint\\u0073": {}, "id"'))).toMatchObject({
      code: 'import-overrides',
    });
  });
});

describe('a shared file that is none', () => {
  it.each([
    ['no JSON', '{\n  "version": 1,\n  oops', /^line 3: /],
    ['another version', '{ "version": 2 }', /version/],
    ['preferences', text({}, { preferences: {} }), /"preferences"/],
    [
      'an unsafe address',
      text({ signInUrl: 'http://idp.corp.example/' }),
      /^line 7, organisations\.0\.signInUrl: /,
    ],
    ['an unknown field', text({ colour: 'red' }), /"colour"/],
    ['a path for an id', text({ id: '../../x' }), /^line 5, /],
    ['a list', '[]', /the file/],
    ['nothing', '', /^line 1: /],
  ])('for %s is refused with its reason', (_what, content, raw) => {
    expect(refusalOf(content)).toMatchObject({ code: 'import-unreadable', raw: expect.stringMatching(raw) });
  });
});

describe('held against what is there', () => {
  const nobody: Present = { organisations: [], passes: [], wanted: [] };
  const verdicts = (content: string, present: Present) => {
    const { items, taken } = judge(readSharedFile(content, 'x'), present, true);
    return {
      verdicts: items.map(({ verdict }) => verdict.kind),
      organisations: taken.organisations.map(({ id }) => id),
      passes: taken.passes.map(({ id, organisation }) => `${organisation}/${id}`),
    };
  };
  const file = text({}, { passes: [pass('a'), pass('b')] });

  it('all of it is new where nothing is', () => {
    expect(verdicts(file, nobody)).toEqual({
      verdicts: ['new', 'new', 'new'],
      organisations: ['corp'],
      passes: ['corp/a', 'corp/b'],
    });
  });

  it('a pass may come guarded, and one that is there stays as it is', () => {
    const guarded = text({}, { passes: [pass('a', { guarded: true }), pass('b', { guarded: false })] });
    const present = { ...nobody, organisations: [corp], passes: [pass('b', { guarded: true })] };
    const { items, taken } = judge(readSharedFile(guarded, 'x'), present, true);
    expect(taken.passes).toEqual([pass('a', { guarded: true })]);
    expect(items.at(-1)?.verdict).toEqual({ kind: 'same' });
  });

  it('the same company under another id takes the passes', () => {
    const present = { ...nobody, organisations: [{ ...corp, id: 'mine' }] };
    expect(verdicts(file, present)).toEqual({
      verdicts: ['same', 'new', 'new'],
      organisations: [],
      passes: ['mine/a', 'mine/b'],
    });
  });

  it('another company under its id stays, and nothing of the file is put under it', () => {
    const present = { ...nobody, organisations: [{ ...corp, signInUrl: 'https://idp.other.example/' }] };
    expect(verdicts(file, present)).toEqual({
      verdicts: ['clash', 'refused', 'refused'],
      organisations: [],
      passes: [],
    });
  });

  it('roles that are kept already, and ids that are taken, are told apart', () => {
    const present = {
      ...nobody,
      organisations: [corp],
      passes: [
        pass('mine', { roleArn: `${account}:role/a` }),
        pass('b', { roleArn: `${account}:role/else` }),
      ],
    };
    expect(verdicts(file, present).verdicts).toEqual(['same', 'same', 'clash']);
  });

  it('a pass of an organisation that is nowhere is refused', () => {
    const lonely = JSON.stringify({ version: 1, passes: [pass('a')] });
    expect(verdicts(lonely, nobody)).toEqual({ verdicts: ['refused'], organisations: [], passes: [] });
  });
});
