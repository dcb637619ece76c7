import { expect, it } from 'vitest';
import { WholeFormat } from '../contract/copy-format.ts';
import { shownLines } from './shown-lines.ts';

const session = {
  label: 'Reports',
  accountId: '111122223333',
  region: 'eu-west-1',
  expiresAt: Date.UTC(2026, 9, 2, 16, 42, 7),
  s3Endpoint: undefined,
};

it.each(WholeFormat.options)('%s shows a dot for every secret and the rest as it is copied', (format) => {
  const text = shownLines(session, format);
  expect(text.match(/•+/g)?.map(({ length }) => length)).toEqual([12, 8, 8]);
  expect(text).not.toMatch(/StandIn/);
  expect(text).toContain('2026-10-02T16:42:07Z');
});
