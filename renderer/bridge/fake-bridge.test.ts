import { expect, test } from 'vitest';
import { calm } from '../gallery/people.ts';
import { scenes } from '../gallery/scenes.ts';
import { galleryStates } from '../gallery/states.ts';
import { createFakeBridge } from './fake-bridge.ts';

test('it checks orders as main does and remembers them', async () => {
  const bridge = createFakeBridge(calm);
  expect(await bridge.run('signin.start', { organisation: '' })).toMatchObject({ ok: false });
  expect(await bridge.run('signin.start', { organisation: 'larkfield' })).toEqual({ ok: true, value: null });
  expect(bridge.orders).toHaveLength(2);
});

test('it tells the newest snapshot now and at every change, until one leaves', () => {
  const bridge = createFakeBridge(calm);
  const seen: number[] = [];
  const away = bridge.onSnapshot((snapshot) => seen.push(snapshot.revision));
  bridge.publish({ ...calm, revision: 2 });
  away();
  bridge.publish({ ...calm, revision: 3 });
  expect(seen).toEqual([1, 2]);
});

test('every state of the gallery has a scene and a name of its own', () => {
  expect(Object.keys(scenes).sort()).toEqual(galleryStates.map(({ name }) => name).sort());
});
