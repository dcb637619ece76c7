// One small bucket of logs for a team, and the copies kept in Frankfurt.

import { daysFrom, momentOf } from '../content/days.ts';
import { type DemoObject, noiseObject, textObject } from '../content/object.ts';
import { hourLog, totalsJson } from '../content/papers.ts';

export function teamLogs(team: string): DemoObject[] {
  return daysFrom('2026-06-24', 7).flatMap((day) =>
    Array.from({ length: 24 }, (_, hour) =>
      textObject(
        { key: `${team}/${day}/${String(hour).padStart(2, '0')}.log`, modifiedAt: momentOf(day, hour, 59) },
        () => hourLog(team, day, hour),
      ),
    ),
  );
}

export function frankfurtCopies(): DemoObject[] {
  return [
    ...daysFrom('2026-06-01', 30).map((day) =>
      textObject({ key: `totals/${day}.json`, modifiedAt: momentOf(day, 23, 58) }, () => totalsJson(day)),
    ),
    noiseObject({ key: 'models/forecast-2026-06.bin.enc', modifiedAt: momentOf('2026-06-30', 6) }, 3_000_000),
  ];
}
