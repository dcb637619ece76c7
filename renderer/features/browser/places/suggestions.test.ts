import { expect, test } from 'vitest';
import { suggestionsFor } from './suggestions.ts';

const kept = (bucket: string, prefix: string, pass = 'reports') => ({ pass, bucket, prefix });
const places = {
  bookmarks: [kept('data', 'q3/'), kept('data', 'other/', 'sandbox')],
  recents: [kept('data', 'q3/'), kept('logs', 'Übersicht/'), kept('data', '')],
};
const here = { bucket: 'data', prefix: '' };
const offered = (typed: string) =>
  suggestionsFor('reports', here, places, ['data', 'logs'], typed).map(
    ({ kind, place }) => `${kind} ${place.bucket}/${place.prefix}`,
  );

test('bookmarks, recent places and buckets of this pass, each place once and not the one on screen', () => {
  expect(offered('')).toEqual(['bookmark data/q3/', 'recent logs/Übersicht/', 'bucket logs/']);
});

test('what is typed is found anywhere in the address, whatever its case and order', () => {
  expect(offered('über')).toEqual(['recent logs/Übersicht/']);
  expect(offered('q3 s3://DA')).toEqual(['bookmark data/q3/']);
  expect(offered('nowhere')).toEqual([]);
});
