/** Settings and a real file together: who asks, who may, what is in the way, and what the screen is shown. */
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../contract/commands.ts';
import { toFailure } from '../lib/app-error.ts';
import type { ManagedSource } from '../settings/managed.ts';
import { type Organisation, Settings } from '../settings/schema.ts';
import { createSettings } from '../settings/service.ts';
import { createConfigFile } from './config-file.ts';
import { createAwsProfiles } from './service.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-profiles-'));
  path = join(folder, 'config');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const corp: Organisation = {
  id: 'corp',
  name: 'Corp',
  signInUrl: 'https://idp.corp.example/sso',
  region: 'eu-west-1',
};
const pass = (id: string, more: object = {}) => ({
  id,
  organisation: 'corp',
  label: id,
  roleArn: `arn:aws:iam::111122223333:role/${id}`,
  providerArn: 'arn:aws:iam::111122223333:saml-provider/Corp',
  region: 'eu-west-1',
  ...more,
});
const decided = (passes: object[], organisation: object = corp) => ({
  version: 1,
  organisations: [organisation],
  passes,
});

function house(document: object | string = decided([pass('reports')]), managed: object | null = null) {
  const home = join(folder, 'home');
  rmSync(home, { recursive: true, force: true });
  const source: ManagedSource | null = managed && {
    file: '/etc/managed.json',
    read: () => ({ kind: 'read', settings: Settings.parse(managed) }),
  };
  createSettings(home, 'linux', () => 0).learn({});
  const content = typeof document === 'string' ? document : JSON.stringify(document);
  writeFileSync(join(home, 'settings.json'), content);
  const settings = createSettings(home, 'linux', () => 0, source);
  const edges = {
    platform: process.platform,
    uid: process.getuid?.() ?? null,
    wait: () => Promise.resolve(),
  };
  const start = (tag = 'a1b2c3') =>
    createAwsProfiles({
      file: createConfigFile(path, edges),
      credentialsFile: createConfigFile(join(folder, 'credentials'), edges),
      tag,
      settings,
      commandFor: (id) => `/bin/daypass credentials ${id}`,
      toFailure: (error) =>
        toFailure(
          error,
          (text) => text,
          () => 'D-1',
        ),
      log: () => {},
    });
  return { settings, profiles: start(), start };
}

const write = (content: string, file = path) => {
  writeFileSync(file, content, 'latin1');
  utimesSync(file, 1, 1);
};
const text = () => readFileSync(path, 'latin1');
const theirs = '[default]\nregion = us-east-1\n';
const static_ =
  '[profile reports]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = verysecret\nregion = x-1\n';
/** What runs by itself has run once another order is through. */
const settledIn = (profiles: ReturnType<typeof house>['profiles']) =>
  profiles.set('nobody', null, false).catch(() => {});

describe('giving a pass a profile', () => {
  it('writes the section, remembers the name, and both go again', async () => {
    write(theirs);
    const { profiles, settings } = house();
    expect(await profiles.set('reports', 'rep', false)).toEqual({ kind: 'done' });
    expect(text()).toContain('[profile rep]');
    expect(text()).toContain('\ncredential_process = /bin/daypass credentials reports\nregion = eu-west-1\n');
    expect(settings.pass('reports')?.awsProfile).toBe('rep');
    expect(await profiles.set('reports', null, false)).toEqual({ kind: 'done' });
    expect([text(), settings.pass('reports')?.awsProfile]).toEqual([theirs, undefined]);
  });

  it('an S3 of the company’s own is said for S3 alone', async () => {
    const { profiles } = house(
      decided([pass('reports')], { ...corp, endpoints: { s3: 'https://s3.corp.example' } }),
    );
    await profiles.set('reports', 'rep', false);
    expect(text()).toContain('\nservices = daypass-rep\n');
    expect(text()).toMatch(
      /\[services daypass-rep\]\n#.*\ns3 =\n {2}endpoint_url = https:\/\/s3\.corp\.example\n/,
    );
  });

  it('another name moves the section in one write', async () => {
    write(theirs);
    const { profiles } = house();
    await profiles.set('reports', 'one', false);
    writeFileSync(path, text().replace(/region = eu-west-1\n/, 'region = eu-west-1\noutput = json\n'));
    await profiles.set('reports', 'two', false);
    expect(text()).not.toContain('profile one');
    expect(text()).toMatch(/\[profile two\][\s\S]*output = json\n$/);
  });

  it('a name with a line end, a bracket, a sign or a quote never gets as far', () => {
    const { input } = commands['pass.setAwsProfile'];
    for (const name of ['a\nb', 'a]', 'a=b', '"a"', "a'", 'a b', '', 'a#', '../a', 'ä', 'a'.repeat(65)])
      expect(input.safeParse({ pass: 'p', name }).success).toBe(false);
    expect(input.safeParse({ pass: 'p', name: 'Team.a_b@c-1' }).success).toBe(true);
    expect(Settings.safeParse(decided([pass('p', { awsProfile: 'a\n[default]' })])).success).toBe(false);
  });

  it('what can’t be written changes no settings', async () => {
    write('\0');
    const { profiles, settings } = house();
    await expect(profiles.set('reports', 'rep', false)).rejects.toMatchObject({ code: 'aws-config-refused' });
    expect(settings.pass('reports')?.awsProfile).toBeUndefined();
    await expect(profiles.set('gone', 'x', false)).rejects.toMatchObject({ code: 'unknown-pass' });
  });

  it('settings that were changed by hand meanwhile: the section goes again', async () => {
    write(theirs);
    const { profiles } = house();
    const file = join(folder, 'home', 'settings.json');
    writeFileSync(file, `${readFileSync(file, 'utf8')} `);
    await expect(profiles.set('reports', 'rep', false)).rejects.toMatchObject({ code: 'settings-changed' });
    expect(text()).toBe(theirs);
  });
});

describe('what is in the way', () => {
  it('somebody else’s section is shown without its secrets, and not touched', async () => {
    write(`${theirs}\n${static_}`);
    const { profiles, settings } = house();
    const answer = await profiles.set('reports', 'reports', false);
    expect(answer).toMatchObject({ kind: 'taken', file: path, line: 4, byPass: null });
    expect(JSON.stringify(answer)).not.toMatch(/verysecret|AKIAEXAMPLE/);
    expect(JSON.stringify(answer)).toContain('aws_secret_access_key = …');
    expect([text(), settings.pass('reports')?.awsProfile]).toEqual([`${theirs}\n${static_}`, undefined]);
  });

  it('after the question its lines stay as comments, are not shown either, and come back', async () => {
    write(`${static_}${theirs}`);
    const { profiles } = house();
    expect(await profiles.set('reports', 'reports', true)).toEqual({ kind: 'done' });
    expect(text()).toContain('# before Daypass| aws_secret_access_key = verysecret\n');
    expect(text().endsWith(theirs)).toBe(true);
    expect(JSON.stringify(profiles.look('reports'))).not.toContain('verysecret');
    await profiles.set('reports', null, false);
    expect(text()).toBe(`${static_}${theirs}`);
  });

  it('another pass that has the name is named, and gives it up after the question', async () => {
    const { profiles, settings } = house(decided([pass('reports', { awsProfile: 'x' }), pass('other')]));
    await profiles.set('reports', 'x', false);
    expect(await profiles.set('other', 'x', false)).toMatchObject({ kind: 'taken', byPass: 'reports' });
    expect(await profiles.set('other', 'x', true)).toEqual({ kind: 'done' });
    expect(settings.passes().map(({ awsProfile }) => awsProfile)).toEqual([undefined, 'x']);
    expect(text().match(/\[profile x\]/g)).toHaveLength(1);
    expect(text()).toContain('credentials other');
  });

  it('`default` is asked about, also where nobody has it', async () => {
    const { profiles } = house();
    expect(await profiles.set('reports', 'default', false)).toEqual({ kind: 'isDefault', file: path });
    write(theirs);
    expect(await profiles.set('reports', 'default', false)).toMatchObject({ kind: 'taken', line: 1 });
    expect(await profiles.set('reports', 'default', true)).toEqual({ kind: 'done' });
    expect(text().startsWith('[default]\n# Daypass')).toBe(true);
    await profiles.set('reports', null, false);
    expect(text()).toBe(theirs);
  });

  it('what the administrator set can’t be renamed here', async () => {
    const { profiles } = house(decided([]), decided([pass('managed', { awsProfile: 'work' })]));
    await expect(profiles.set('managed', 'mine', false)).rejects.toMatchObject({ code: 'settings-locked' });
    expect(await profiles.set('managed', 'work', false)).toEqual({ kind: 'done' });
  });

  it('the section of another Daypass is somebody else’s', async () => {
    const { profiles, start } = house();
    await profiles.set('reports', 'x', false);
    const other = start('ffffff');
    expect(await other.set('reports', 'x', false)).toMatchObject({ kind: 'taken' });
  });
});

describe('in line by itself', () => {
  const named = decided([pass('reports', { awsProfile: 'rep' })]);

  it('what settings name is written at the start; what they no longer name goes', async () => {
    write(theirs);
    const { profiles } = house(named);
    profiles.update();
    await settledIn(profiles);
    expect(text()).toContain('[profile rep]');
    const later = house(decided([pass('reports')])).profiles;
    later.update();
    await settledIn(later);
    expect(text()).toBe(theirs);
  });

  it('what somebody changed in ours is put right, what they added stays', async () => {
    write(theirs);
    const { profiles } = house(named);
    profiles.update();
    await settledIn(profiles);
    const right = text();
    writeFileSync(path, right.replace('/bin/daypass', '/old/daypass').concat('output = json\n'));
    expect(profiles.look('reports')).toMatchObject({ state: 'changed', otherLines: 1 });
    const again = house(named).profiles;
    again.update();
    await settledIn(again);
    expect(text()).toBe(`${right}output = json\n`);
    expect(again.look('reports')).toMatchObject({ state: 'ours', otherLines: 1 });
  });

  it('a name that is taken stays taken, and the others are written', async () => {
    write(static_);
    const { profiles } = house(
      decided([pass('reports', { awsProfile: 'reports' }), pass('b', { awsProfile: 'b' })]),
    );
    profiles.update();
    await settledIn(profiles);
    expect(text().startsWith(static_)).toBe(true);
    expect(text()).toContain('[profile b]');
    expect(profiles.look('reports')).toMatchObject({ state: 'taken', line: 1 });
  });

  it('settings that can’t be read take nothing away', async () => {
    write(theirs);
    const { profiles } = house(named);
    profiles.update();
    await settledIn(profiles);
    const before = text();
    const broken = house('{ broken').profiles;
    broken.update();
    await settledIn(broken);
    expect(text()).toBe(before);
  });

  it('a pass of an organisation that is away for now keeps its section, a removed one does not', async () => {
    const { profiles, settings } = house();
    settings.setDemo({ ...corp, id: 'demo' });
    const kept = settings.keep(
      { ...corp, id: 'demo' },
      {
        roleArn: 'arn:aws:iam::111122223333:role/Demo',
        providerArn: 'arn:aws:iam::111122223333:saml-provider/Demo',
      },
    );
    await profiles.set(kept.id, 'demo', false);
    settings.setDemo(null);
    profiles.update();
    await settledIn(profiles);
    expect(text()).toContain('[profile demo]');
    settings.setDemo({ ...corp, id: 'demo' });
    settings.removePass(kept.id);
    profiles.update();
    await settledIn(profiles);
    expect(() => text()).toThrow(/ENOENT/);
  });

  it('what goes wrong is shown where the person looks', async () => {
    write(theirs);
    const { profiles, settings } = house(named);
    profiles.update();
    await settledIn(profiles);
    writeFileSync(path, `${text()}  indented = 1\n`);
    settings.editPass('reports', { region: 'eu-north-1' });
    profiles.update();
    await settledIn(profiles);
    expect(profiles.look('reports')).toMatchObject({
      state: 'changed',
      failure: { code: 'aws-config-refused', raw: expect.stringContaining('is indented below a line') },
    });
  });
});

describe('forgetting everything', () => {
  it('takes all sections out, and none comes back while the rest is forgotten', async () => {
    write(theirs);
    const { profiles, settings } = house(
      decided([pass('reports', { awsProfile: 'rep' }), pass('b', { awsProfile: 'b' })]),
    );
    profiles.update();
    await settledIn(profiles);
    // A pass still goes on its own while the order is on its way.
    const removed = profiles.removeAll();
    settings.removePass('b');
    profiles.update();
    await removed;
    expect(text()).toBe(theirs);
    profiles.update();
    await settledIn(profiles);
    expect(text()).toBe(theirs);
  });

  it('is refused while a section of ours can’t be taken out, and goes on where none can be', async () => {
    const { profiles } = house(decided([pass('reports', { awsProfile: 'rep' })]));
    profiles.update();
    await settledIn(profiles);
    writeFileSync(path, `${text()}  indented = 1\n`);
    await expect(profiles.removeAll()).rejects.toMatchObject({ code: 'aws-config-refused' });
    write('\0');
    await profiles.removeAll();
    rmSync(path);
    await profiles.removeAll();
  });
});

describe('what the screen is shown', () => {
  it('a name that is free: of no section, no other pass and no keys', () => {
    write('[profile reports]\n');
    write('[reports-2]\n', join(folder, 'credentials'));
    const { profiles } = house(
      decided([pass('p', { label: 'Réports' }), pass('q', { awsProfile: 'reports-3' })]),
    );
    expect(profiles.look('p')).toMatchObject({
      state: 'none',
      name: null,
      suggested: 'reports-4',
      lines: [],
    });
  });

  it('never `default`, and something also where the label has no letter', () => {
    const { profiles } = house(decided([pass('p', { label: 'Default' }), pass('q', { label: '部門' })]));
    expect([profiles.look('p').suggested, profiles.look('q').suggested]).toEqual(['daypass', 'daypass']);
  });

  it('ours with two lines around it, and that keys of the name come first', async () => {
    write(`${theirs}aws_session_token = verysecret\n# aws_secret_access_key = verysecret\n# see the wiki\n`);
    write('[rep]\naws_access_key_id = verysecret\n', join(folder, 'credentials'));
    const { profiles } = house();
    await profiles.set('reports', 'rep', false);
    const view = profiles.look('reports');
    expect(view).toMatchObject({ state: 'ours', line: 7, alsoInCredentialsFile: true, otherLines: 0 });
    expect(view.lines.map(({ number, text, ours }) => [number, text, ours])).toEqual([
      [5, '# see the wiki', false],
      [6, '', false],
      [7, '[profile rep]', true],
      [8, expect.stringMatching(/^# Daypass a1b2c3 keeps profile rep/), true],
      [9, 'credential_process = /bin/daypass credentials reports', true],
      [10, 'region = eu-west-1', true],
    ]);
    expect(JSON.stringify(view)).not.toContain('verysecret');
  });

  it('a section that was taken out by hand is missing, a file of another kind is refused', async () => {
    const { profiles } = house();
    await profiles.set('reports', 'rep', false);
    rmSync(path);
    expect(profiles.look('reports')).toMatchObject({ state: 'missing', line: null });
    write('\0');
    expect(profiles.look('reports')).toMatchObject({
      state: 'refused',
      failure: { code: 'aws-config-refused' },
    });
  });
});
