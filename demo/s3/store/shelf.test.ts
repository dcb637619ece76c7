import { expect, it } from 'vitest';
import { bytesObject, textObject } from '../content/object.ts';
import { createRoom } from './room.ts';
import { createShelf, type Made } from './shelf.ts';

const object = (key: string, text = 'x') => bytesObject({ key, modifiedAt: 0 }, Buffer.from(text));
const made = (key: string): Made => textObject({ key, modifiedAt: 0 }, () => key);
const plain = { isVersioned: false, isFixed: false };

it('gives room back with what is overwritten or taken away', () => {
  const shelf = createShelf({ fill: () => [], ...plain, room: createRoom(3, 2) });
  expect(shelf.put(object('a', 'xyz'), 3)).toBeDefined();
  expect(shelf.put(object('b'), 1)).toBeUndefined();
  shelf.remove('a', undefined, 0);
  expect(shelf.put(object('b'), 1)).toBeDefined();
  expect(shelf.put(object('b'), 1)).toBeDefined();
  expect(shelf.put(object('c'), 1)).toBeDefined();
  expect(shelf.put(object('d'), 1)).toBeUndefined();
});

it('leaves what is made as it is, where it is fixed', () => {
  const shelf = createShelf({
    fill: () => [made('a')],
    isVersioned: false,
    isFixed: true,
    room: createRoom(),
  });
  expect(shelf.put(object('a'), 1)).toBeUndefined();
  expect(shelf.remove('a', undefined, 0)).toBe('refused');
  expect(shelf.put(object('b'), 1)).toBeDefined();
  expect(shelf.objects().map(({ key }) => key)).toEqual(['a', 'b']);
});

it('has the same versions at every start', () => {
  const ids = () =>
    createShelf({
      fill: () => [made('a'), made('a'), { key: 'a', deletedAt: 1 }],
      isVersioned: true,
      isFixed: false,
      room: createRoom(),
    })
      .versions()
      .map(({ id }) => id);
  expect(ids()).toEqual(ids());
  expect(new Set(ids()).size).toBe(3);
});

it('lists a key again once its delete marker is gone', () => {
  const shelf = createShelf({
    fill: () => [made('a')],
    isVersioned: true,
    isFixed: false,
    room: createRoom(),
  });
  const marker = shelf.remove('a', undefined, 5);
  expect(shelf.objects()).toEqual([]);
  if (!marker || marker === 'refused') throw new Error('no marker');
  expect(shelf.remove('a', marker.id, 6)).toEqual(marker);
  expect(shelf.objects()).toHaveLength(1);
});
