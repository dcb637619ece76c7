import { beforeEach, expect, test } from 'vitest';
import { type FakeS3, fakeS3 } from '../inspector/fake-s3.test-parts.ts';
import type { Question } from '../inspector/question.ts';
import { askDeleted, type DeletedPages, MOST_DRY_PAGES } from './deleted-pages.ts';

let fake: FakeS3;
let question: Question<DeletedPages>;

beforeEach(() => {
  fake = fakeS3();
  question = askDeleted(fake.s3, () => 42, { pass: 'reports', bucket: 'data', prefix: 'x/' });
});

const page = (keys: string[], more: boolean) =>
  fake.answer({
    kind: 'deleted',
    deleted: keys.map((key) => ({ key, marker: 'm', deletedAt: 1 })),
    after: more ? (keys.at(-1) ?? 'z') : null,
  });
const found = () => question.current().told?.value.deleted.map(({ key }) => key);

test('a page with something in it waits for a person to want more', () => {
  question.want();
  page(['x/a'], true);
  expect(fake.asks).toHaveLength(1);
  question.ask();
  expect(fake.asks[1]?.start).toMatchObject({ op: 'deleted', prefix: 'x/', after: 'x/a' });
  page(['x/b'], false);
  expect(found()).toEqual(['x/a', 'x/b']);
});

test('pages that bring nothing are gone through by itself, up to a limit', () => {
  question.want();
  for (let n = 0; n < MOST_DRY_PAGES; n++) page([], true);
  expect(fake.asks).toHaveLength(MOST_DRY_PAGES);
  expect(question.current()).toMatchObject({ asking: false, told: { value: { deleted: [] } } });
  question.ask();
  page([], true);
  expect(fake.asks).toHaveLength(MOST_DRY_PAGES + 2);
  page(['x/late'], true);
  expect(found()).toEqual(['x/late']);
  expect(fake.asks).toHaveLength(MOST_DRY_PAGES + 2);
});

test('nobody there: nothing more is asked', () => {
  const close = question.want();
  page([], true);
  close();
  expect(fake.asks.at(-1)?.stopped).toBe(true);
  expect(fake.asks).toHaveLength(2);
});

test('the end is the end', () => {
  question.want();
  page([], false);
  expect(fake.asks).toHaveLength(1);
  expect(question.current().asking).toBe(false);
});

test('after work it begins at the start again', () => {
  question.want();
  page(['x/a'], true);
  question.renew();
  expect(fake.asks[1]?.start).toMatchObject({ after: null });
  page(['x/b'], false);
  expect(found()).toEqual(['x/b']);
});
