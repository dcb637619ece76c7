import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readS3Address } from '../../../../electron/contract/s3-address.ts';
import { type CopyPlace, type CopyThing, copyForm } from './copy-forms.ts';
import { copyLines, thingsOf } from './copy-lines.ts';

const place: CopyPlace = {
  bucket: 'lark-reports-prod',
  region: 'eu-west-1',
  partition: 'aws',
  endpoint: null,
  profile: null,
  pays: false,
};
const china: CopyPlace = { ...place, bucket: 'lark-cn', region: 'cn-north-1', partition: 'aws-cn' };
const dotted: CopyPlace = { ...place, bucket: 'my.dotted.bucket' };
const own: CopyPlace = { ...place, endpoint: 'http://127.0.0.1:9000/' };
const point: CopyPlace = {
  ...place,
  bucket: 'arn:aws:s3:us-west-2:123456789012:accesspoint/finance',
  region: 'us-west-2',
};
const object = (key: string, version: string | null = null): CopyThing => ({ kind: 'object', key, version });
const folder = (key: string): CopyThing => ({ kind: 'folder', key, version: null });

test.each([
  [place, 'a b/ü+%.csv', 'https://lark-reports-prod.s3.eu-west-1.amazonaws.com/a%20b/%C3%BC%2B%25.csv'],
  [place, "a//(b)'!*", 'https://lark-reports-prod.s3.eu-west-1.amazonaws.com/a//%28b%29%27%21%2A'],
  [china, 'k', 'https://lark-cn.s3.cn-north-1.amazonaws.com.cn/k'],
  [dotted, 'k', 'https://s3.eu-west-1.amazonaws.com/my.dotted.bucket/k'],
  [own, '/k', 'http://127.0.0.1:9000/lark-reports-prod//k'],
  [point, 'k', 'https://finance-123456789012.s3-accesspoint.us-west-2.amazonaws.com/k'],
])('the HTTPS address of a key is that of its bucket: %#', (where, key, url) => {
  expect(copyForm('url', where, object(key))).toBe(url);
});

test.each([
  [place, object('a/b'), 'arn:aws:s3:::lark-reports-prod/a/b'],
  [china, object('a'), 'arn:aws-cn:s3:::lark-cn/a'],
  [place, folder('a/'), 'arn:aws:s3:::lark-reports-prod/a/*'],
  [point, object('a'), 'arn:aws:s3:us-west-2:123456789012:accesspoint/finance/object/a'],
])('the ARN has the partition: %#', (where, thing, arn) => {
  expect(copyForm('arn', where, thing)).toBe(arn);
});

test.each([
  [place, object('a'), 'aws s3 cp s3://lark-reports-prod/a . --region eu-west-1'],
  [
    { ...own, profile: 'lark reports' },
    object("it's"),
    "aws s3 cp 's3://lark-reports-prod/it'\\''s' . --profile 'lark reports' --region eu-west-1 --endpoint-url http://127.0.0.1:9000/",
  ],
  [
    { ...place, pays: true },
    object('a'),
    'aws s3 cp s3://lark-reports-prod/a . --region eu-west-1 --request-payer requester',
  ],
  [
    place,
    folder('x/out put/'),
    "aws s3 cp 's3://lark-reports-prod/x/out put/' './out put' --recursive --region eu-west-1",
  ],
  [place, folder('..//'), 'aws s3 cp s3://lark-reports-prod/..// . --recursive --region eu-west-1'],
  [
    place,
    object('-x', 'v1'),
    'aws s3api get-object --bucket=lark-reports-prod --key=-x --version-id=v1 --region eu-west-1 ./-x',
  ],
])('the command is that of AWS’s own client: %#', (where, thing, line) => {
  expect(copyForm('command', where, thing)).toBe(line);
});

test('an older version is named where the form can', () => {
  const version = 'Yk3.9dJ2hQm5pLrW0aZt';
  const old = object('a', version);
  for (const form of ['s3', 'url'] as const)
    expect(readS3Address(copyForm(form, place, old))).toMatchObject({ key: 'a', versionId: version });
});

test('several are a line each, folders first; too many are refused', () => {
  const target = {
    bucket: 'b',
    prefix: '',
    folders: ['f/'],
    objects: ['a', 'b'].map((key) => ({ key, sizeBytes: 0, version: null })),
  };
  expect(copyLines(thingsOf(target), (thing) => copyForm('key', place, thing))).toBe('f/\na\nb');
  expect(copyLines(['x'.repeat(999_999), 'y'], String)).toBeNull();
});

const odd = fc.constantFrom(...'/.+%?#&=\\ *\'"`$!-~;|<>(){}[]');
const any = fc.string({ unit: fc.oneof(odd, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })) });
const key = any.filter((text) => text !== '' && text.length < 200 && !/\p{Surrogate}/u.test(text));

describe('our own reader', () => {
  // A line's end at the end of a text is what a clipboard adds; that it names a version, what consoles write.
  const asPlainText = key.filter((text) => !/[\r\n\t]$|\?versionId=/.test(text));

  it.each([place, china, dotted, point])('reads every s3:// address back: $bucket', (where) => {
    fc.assert(
      fc.property(asPlainText, (text) => {
        expect(readS3Address(copyForm('s3', where, object(text)))).toMatchObject({
          bucket: where.bucket,
          key: text,
        });
      }),
    );
  });

  it.each([place, china, dotted, point, own])('reads every HTTPS address back: $bucket', (where) => {
    fc.assert(
      fc.property(key, (text) => {
        const endpoints = where.endpoint === null ? [] : [where.endpoint];
        expect(readS3Address(copyForm('url', where, object(text)), endpoints)).toMatchObject({
          bucket: where.bucket,
          key: text,
        });
      }),
    );
  });

  // A star at the end is a policy's.
  const named = asPlainText.filter((text) => !text.endsWith('*'));
  it.each([place, china, dotted, point])('reads every ARN back: $bucket', (where) => {
    fc.assert(
      fc.property(named, (text) => {
        const read = (thing: CopyThing) => readS3Address(copyForm('arn', where, thing));
        expect(read(object(text))).toMatchObject({ bucket: where.bucket, key: text });
        expect(read(folder(`${text}/`))).toMatchObject({ bucket: where.bucket, key: `${text}/` });
      }),
    );
  });
});

/** What a real shell hands to `aws`. */
function argumentsIn(script: string): string[] {
  const stub = `aws() { printf '%s\\0' "$@"; }\n${script}\n`;
  const out = execFileSync('bash', ['--norc', '--noprofile', '-s'], {
    input: stub,
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8' },
  });
  return out.toString('utf8').split('\0').slice(0, -1);
}

describe('the command, run in a real bash', () => {
  it.each([
    "it's",
    'a b//c  ',
    '-rf',
    '$(touch x)`id`$HOME"\\',
    'a\nrm -rf .\n',
    '\u0003\u001b[201~\nx\t\u0085\u20289',
    "a\\'\n12",
    '!!',
    '*?[a]{b,c}~',
  ])('hands on the key %j and nothing else', (text) => {
    const line = copyForm('command', { ...place, profile: 'lark' }, object(text));
    // What a terminal itself would take.
    expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    const options = ['--profile', 'lark', '--region', 'eu-west-1'];
    expect(argumentsIn(line)).toEqual(['s3', 'cp', `s3://lark-reports-prod/${text}`, '.', ...options]);
  });

  it('hands on any key', () => {
    // No argument of a program can hold a zero.
    const keys = fc.array(
      key.filter((text) => !text.includes('\0')),
      { minLength: 60, maxLength: 60 },
    );
    fc.assert(
      fc.property(keys, (all) => {
        const lines = all.map((text) => copyForm('command', place, object(text))).join('\n');
        const uris = argumentsIn(lines).filter((_word, index) => index % 6 === 2);
        expect(uris).toEqual(all.map((text) => `s3://lark-reports-prod/${text}`));
      }),
      { numRuns: 5 },
    );
  });
});
