// lark-case-files: beside what can be read, what can't: sealed by keys, or in an archive (see ../refusals.ts).

import { momentOf } from '../content/days.ts';
import { type DemoObject, type StorageClass, textObject } from '../content/object.ts';

const FILES: [key: string, storageClass: StorageClass][] = [
  ['2026/intake/case-1107.txt', 'STANDARD'],
  ['2026/intake/case-1108.txt', 'STANDARD'],
  ['2026/sealed/case-1093.txt', 'STANDARD'],
  ['2026/sealed/case-1101.txt', 'STANDARD'],
  ['2024/key-retired/case-0612.txt', 'STANDARD'],
  ['2024/key-disabled/case-0633.txt', 'STANDARD'],
  ['2023/cooled/case-0455.txt', 'INTELLIGENT_TIERING'],
  ['2021/archive/case-0031.txt', 'GLACIER'],
];

export function caseFiles(): DemoObject[] {
  return FILES.map(([key, storageClass], index) =>
    textObject({ key, modifiedAt: momentOf(`${key.slice(0, 4)}-03-0${index + 1}`, 9), storageClass }, () =>
      `Case file ${key}\n`.repeat(40),
    ),
  );
}

/** Nobody gets to see it. */
export function onePage(): DemoObject[] {
  return [
    textObject({ key: 'read-me.txt', modifiedAt: momentOf('2026-02-02', 9) }, () => 'Nobody reads this.\n'),
  ];
}
