// lark-workbench and lark-scratch: a small team's folder, in which everything may be tried out and spoilt.

import { momentOf } from '../content/days.ts';
import { bytesObject, type DemoObject, noiseObject, type Tag, textObject } from '../content/object.ts';
import { ordersCsv, stockCsv, totalsJson } from '../content/papers.ts';
import { kitePng } from '../content/picture.ts';
import type { Made } from '../store/shelf.ts';

export const WORKBENCH_KMS_KEY =
  'arn:aws:kms:eu-west-1:111122223333:key/b0a7c4e5-0001-4000-8000-000000000001';

const GIB = 1024 ** 3;
const LONG_TEXT_BYTES = 3_000_000;
const at = (day: number, hour: number) => momentOf(`2026-06-${String(day).padStart(2, '0')}`, hour);

/** More than CopyObject takes in one piece. */
export const LARGE_KEY = 'images/warehouse-scan.img';

export function workbench(): Made[] {
  return [
    ...scratch(),
    noiseObject({ key: LARGE_KEY, modifiedAt: at(3, 2) }, 6 * GIB),
    ...[1, 2, 3, 4].map((draft) =>
      textObject({ key: 'plans/autumn-catalogue.md', modifiedAt: at(draft + 3, 9 + draft) }, () =>
        plan(draft),
      ),
    ),
    textObject({ key: 'plans/old-price-list.csv', modifiedAt: at(2, 8) }, () => stockCsv('2026-05-31')),
    { key: 'plans/old-price-list.csv', deletedAt: at(9, 16) },
  ];
}

export function scratch(): DemoObject[] {
  return [
    textObject({ key: 'README.md', modifiedAt: at(1, 8) }, () => README),
    textObject({ key: 'orders/2026-06-01.csv', modifiedAt: at(2, 0), tags: ORDER_TAGS }, () =>
      ordersCsv('2026-06-01'),
    ),
    textObject({ key: 'orders/2026-06-02.csv', modifiedAt: at(3, 0), tags: ORDER_TAGS }, () =>
      ordersCsv('2026-06-02'),
    ),
    textObject({ key: 'orders/totals/2026-06-01.json', modifiedAt: at(2, 1) }, () =>
      totalsJson('2026-06-01'),
    ),
    textObject(
      {
        key: 'letters/welcome.txt',
        modifiedAt: at(4, 10),
        contentType: 'text/plain; charset=utf-8',
        headers: {
          'Cache-Control': 'max-age=3600',
          'Content-Disposition': 'attachment; filename="welcome.txt"',
          'Content-Language': 'en',
          Expires: 'Thu, 31 Dec 2026 23:59:59 GMT',
        },
        metadata: {
          author: 'mira',
          'reviewed-by': '=?UTF-8?B?WmXDq8OfIMOFa2Vzc29u?=',
          'source-system': 'letterbox 4',
        },
        tags: [{ name: 'public', value: 'yes' }],
        checksum: {
          algorithm: 'SHA256',
          value: 'KB7K4/woydzTLIG9cjsOuJBMmARN2AgsTSjd4PLc1aI=',
          type: 'FULL_OBJECT',
        },
      },
      () => 'Welcome to Larkfield.\n\nYour first parcel is on its way.\n',
    ),
    textObject({ key: 'letters/terms.txt', modifiedAt: at(4, 11), kmsKeyArn: WORKBENCH_KMS_KEY }, () =>
      'Terms of trade\n'.repeat(60),
    ),
    textObject({ key: 'letters/whole-correspondence.txt', modifiedAt: at(5, 7) }, longText),
    bytesObject({ key: 'images/kite.png', modifiedAt: at(5, 12) }, kitePng()),
    textObject({ key: 'archive/2022/ledger.csv', modifiedAt: at(1, 1), storageClass: 'GLACIER' }, () =>
      ordersCsv('2022-12-31'),
    ),
    textObject({ key: 'archive/2023/ledger.csv', modifiedAt: at(1, 2), storageClass: 'GLACIER' }, () =>
      ordersCsv('2023-12-31'),
    ),
    textObject({ key: 'archive/2019/ledger.csv', modifiedAt: at(1, 3), storageClass: 'DEEP_ARCHIVE' }, () =>
      ordersCsv('2019-12-31'),
    ),
  ];
}

const README = `# Workbench

Try things out here: nothing in this bucket matters.

archive/  ledgers in cold storage
images/   a kite, and a scan of the warehouse
letters/  what is sent to customers
orders/   one table a day
plans/    drafts
`;

const ORDER_TAGS: Tag[] = [
  { name: 'team', value: 'orders' },
  { name: 'kept-until', value: '2027-06-30' },
];

function plan(draft: number): string {
  const items = ['kettles', 'wool blankets', 'desk lamps', 'garden shears'].slice(0, draft);
  return `# Autumn catalogue, draft ${draft}\n\n${items.map((item) => `- ${item}`).join('\n')}\n`;
}

function longText(): string {
  const line = (number: number) =>
    `${String(number).padStart(6, '0')} Dear customer, your parcel has left Cork.\n`;
  const count = Math.ceil(LONG_TEXT_BYTES / line(0).length);
  return Array.from({ length: count }, (_, index) => line(index + 1))
    .join('')
    .slice(0, LONG_TEXT_BYTES);
}
