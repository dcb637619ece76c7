import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type KeptPlace, MOST_BOOKMARKS, MOST_RECENTS } from '../contract/places.ts';
import { withVisit } from './places.ts';
import { createSettings } from './service.ts';

const account = 'arn:aws:iam::111122223333';
const pass = (id: string, organisation = 'corp') => {
  const arns = { roleArn: `${account}:role/${id}`, providerArn: `${account}:saml-provider/Corp` };
  return { id, organisation, label: id, ...arns, region: 'eu-west-1' };
};
const organisation = (id: string) => ({
  ...{ id, name: id, region: 'eu-west-1' },
  signInUrl: 'https://idp.corp.example/sso',
});
const place = (prefix: string, of = 'p1'): KeptPlace => ({ pass: of, bucket: 'data', prefix });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-places-'));
  const settings = {
    version: 1,
    organisations: [organisation('corp'), organisation('other')],
    passes: [pass('p1'), pass('p2'), pass('p3', 'other')],
  };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
});
afterEach(() => rmSync(folder, { recursive: true }));
const open = () => createSettings(folder, 'linux', () => 0);

describe('a bookmark', () => {
  it('is there after a restart, once, until it is forgotten', () => {
    const settings = open();
    settings.bookmark(place('a/'));
    settings.bookmark(place('a/'));
    settings.bookmark(place('b/'));
    expect(open().places().bookmarks).toEqual([place('a/'), place('b/')]);
    settings.forgetPlace('bookmarks', place('a/'));
    expect(open().places().bookmarks).toEqual([place('b/')]);
  });

  it('without room is refused, and none is dropped for it', () => {
    const settings = open();
    for (let i = 0; i < MOST_BOOKMARKS; i++) settings.bookmark(place(`${i}/`));
    expect(() => settings.bookmark(place('one more/'))).toThrow('too-many-bookmarks');
    expect(open().places().bookmarks).toHaveLength(MOST_BOOKMARKS);
  });

  it('of a pass that is not there is refused', () => {
    expect(() => open().bookmark(place('a/', 'nobody'))).toThrow('unknown-pass');
  });

  it('goes with its pass, and with its organisation', () => {
    const settings = open();
    for (const of of ['p1', 'p2', 'p3']) {
      settings.bookmark(place('a/', of));
      settings.visited(place('b/', of));
    }
    settings.removePass('p1');
    settings.removeOrganisation('other');
    expect(open().state()).toMatchObject({ bookmarks: [place('a/', 'p2')], recents: [place('b/', 'p2')] });
  });

  it('of a pass whose organisation is away is kept, and not shown', () => {
    const settings = open();
    settings.bookmark(place('a/', 'p3'));
    const file = join(folder, 'settings.json');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, JSON.stringify({ version: 1, organisations: [organisation('corp')] }));
    expect(open().places().bookmarks).toEqual([]);
    writeFileSync(file, before);
    expect(open().places().bookmarks).toEqual([place('a/', 'p3')]);
  });
});

describe('recent places', () => {
  const visits = (prefixes: readonly string[]) =>
    prefixes
      .reduce<KeptPlace[]>((all, prefix) => withVisit(all, place(prefix)), [])
      .map(({ prefix }) => prefix);

  it('are the newest first, each once', () => {
    expect(visits(['a/', 'b/', 'c/', 'a/'])).toEqual(['a/', 'c/', 'b/']);
  });

  it('hold where a walk led to, not the folders on its way', () => {
    expect(visits(['', 'a/', 'a/b/', 'a/b/c/'])).toEqual(['a/b/c/']);
    expect(visits(['a/b/', 'a/', 'a/c/'])).toEqual(['a/c/', 'a/b/']);
  });

  it('are no more than so many', () => {
    const many = visits(Array.from({ length: 50 }, (_, i) => `folder ${i}/`));
    expect(many).toHaveLength(MOST_RECENTS);
    expect(many[0]).toBe('folder 49/');
  });

  it('are kept over a restart and can be forgotten', () => {
    const settings = open();
    settings.visited(place('a/'));
    settings.visited(place('b/', 'p2'));
    settings.visited(place('x/', 'nobody'));
    expect(open().places().recents).toEqual([place('b/', 'p2'), place('a/')]);
    settings.forgetPlace('recents', place('a/'));
    expect(open().places().recents).toEqual([place('b/', 'p2')]);
  });
});
