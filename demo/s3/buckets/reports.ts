// lark-reports-prod: daily exports, nested logs and one flat prefix long enough to need three pages.

import { daysFrom, momentOf } from '../content/days.ts';
import { type DemoObject, noiseObject, textObject } from '../content/object.ts';
import { eventJson, hourLog, ordersCsv, stockCsv, totalsJson } from '../content/papers.ts';

const README = `# Larkfield reports

exports/   one folder a day: orders, stock and the day's totals
events/    every event of a month, one object each
logs/      web servers, one object an hour
snapshots/ encrypted copies of the reporting database
`;

export function reports(): DemoObject[] {
  return [
    textObject({ key: 'README.md', modifiedAt: momentOf('2026-01-02', 9) }, () => README),
    ...daysFrom('2026-01-01', 181).flatMap(exportsOf),
    ...daysFrom('2026-06-01', 20).flatMap(logsOf),
    ...Array.from({ length: 2600 }, (_, index) => eventOf(index + 1)),
    ...['2026-04', '2026-05', '2026-06'].map((month, index) =>
      noiseObject(
        { key: `snapshots/${month}/reporting.dump.enc`, modifiedAt: momentOf(`${month}-28`, 3) },
        5_000_000 + index * 1_234_567,
      ),
    ),
  ];
}

function exportsOf(day: string): DemoObject[] {
  const folder = `exports/${day.replaceAll('-', '/')}`;
  const named = (name: string, minute: number) => ({
    key: `${folder}/${name}`,
    modifiedAt: momentOf(day, 23, minute),
  });
  return [
    textObject(named('orders.csv', 50), () => ordersCsv(day)),
    textObject(named('stock.csv', 52), () => stockCsv(day)),
    textObject(named('totals.json', 55), () => totalsJson(day)),
  ];
}

function logsOf(day: string): DemoObject[] {
  return Array.from({ length: 24 }, (_, hour) =>
    textObject(
      {
        key: `logs/web/${day.replaceAll('-', '/')}/${String(hour).padStart(2, '0')}.log`,
        modifiedAt: momentOf(day, hour, 59),
      },
      () => hourLog('web', day, hour),
    ),
  );
}

function eventOf(number: number): DemoObject {
  const key = `events/2026-06/event-${String(number).padStart(6, '0')}.json`;
  return textObject({ key, modifiedAt: momentOf('2026-06-01', 0, number * 15) }, () => eventJson(number));
}
