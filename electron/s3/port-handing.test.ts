import { beforeEach, expect, it } from 'vitest';
import { createPortHanding, type PortHanding } from './port-handing.ts';

let handed: string[];
let given: string[];
let gone: Set<string>;
let handing: PortHanding<string>;
beforeEach(() => {
  handed = [];
  given = [];
  gone = new Set();
  handing = createPortHanding<string, string>({
    hand: (page) => {
      const port = `${page}${handed.length + 1}`;
      handed.push(port);
      return port;
    },
    give: (_page, port) => given.push(port),
    isGone: (page) => gone.has(page),
  });
});

it('gives a page its port once the process took the other end, and says so then', async () => {
  const a = handing.connect('a');
  const b = handing.connect('b');
  expect(given).toEqual([]);
  handing.took();
  await a;
  expect(given).toEqual(['a1']);
  handing.took();
  await b;
  expect(given).toEqual(['a1', 'b2']);
});

it('hands another to the next process where one ended before it took its end: the page hears of nothing', async () => {
  const a = handing.connect('a');
  handing.ended();
  expect([handed, given]).toEqual([['a1', 'a2'], []]);
  handing.took();
  await a;
  expect(given).toEqual(['a2']);
});

it('lets a page hear of it when the next process ends as well', async () => {
  const a = handing.connect('a');
  handing.ended();
  handing.ended();
  await a;
  expect([handed, given]).toEqual([['a1', 'a2'], ['a2']]);
});

it('lets pages hear of it at once when we end it, and leaves what was taken alone', async () => {
  const a = handing.connect('a');
  handing.took();
  const b = handing.connect('b');
  handing.left();
  await Promise.all([a, b]);
  expect([handed, given]).toEqual([
    ['a1', 'b2'],
    ['a1', 'b2'],
  ]);
});

it('asks for nothing for a page that has gone', async () => {
  const a = handing.connect('a');
  gone.add('a');
  handing.ended();
  await a;
  expect([handed, given]).toEqual([['a1'], []]);
});

it('is not put off by a word too many', () => {
  handing.took();
  handing.ended();
  expect([handed, given]).toEqual([[], []]);
});
