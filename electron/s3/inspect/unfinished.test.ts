import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Canned, openCanned } from './canned.test-parts.ts';

let canned: Canned;
beforeAll(async () => {
  canned = await openCanned();
});
afterEach(() => {
  canned.asked.length = 0;
});
afterAll(() => canned.close());

const upload = (key: string, id = `of ${key}`) =>
  `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>2026-08-01T10:00:00.000Z</Initiated>
   <Initiator><ID>arn:aws:sts::1:assumed-role/r/maya</ID><DisplayName>maya</DisplayName></Initiator></Upload>`;
const says = (uploads: string, more = '<IsTruncated>false</IsTruncated>') => {
  canned.say = (_request, response: ServerResponse) =>
    response
      .setHeader('Content-Type', 'application/xml')
      .end(
        `<ListMultipartUploadsResult><EncodingType>url</EncodingType>${more}${uploads}</ListMultipartUploadsResult>`,
      );
};
const ask = (after: { key: string; upload: string } | null = null) =>
  canned.ask({ op: 'unfinished', pass: 'p', bucket: 'bucket', prefix: 'x/', after });

it('each is told by its key, its id, since when and by whom', async () => {
  says(`${upload('x/a+b%2B%C3%BC%0A')}<Upload><Key>x/c</Key><UploadId>id</UploadId></Upload>`);
  expect(await ask()).toMatchObject({
    kind: 'unfinished',
    uploads: [
      { key: 'x/a b+ü\n', upload: 'of x/a+b%2B%C3%BC%0A', by: 'maya', startedAt: Date.UTC(2026, 7, 1, 10) },
      { key: 'x/c', upload: 'id', startedAt: null, by: null },
    ],
    after: null,
  });
  const [asked = ''] = canned.asked;
  expect(asked).toContain('uploads');
  expect(asked).toContain('prefix=x%2F');
  expect(asked).toContain('encoding-type=url');
});

it('the next page begins behind the last one told', async () => {
  says(upload('x/a'), '<IsTruncated>true</IsTruncated>');
  const answer = await ask();
  expect(answer).toMatchObject({ after: { key: 'x/a', upload: 'of x/a' } });
  says('');
  expect(await ask({ key: 'x/a', upload: 'of x/a' })).toMatchObject({ uploads: [], after: null });
  expect(canned.asked.at(-1)).toMatch(/key-marker=x%2Fa&.*upload-id-marker=of%20x%2Fa/);
});

it.each([
  ['no key', upload(''), undefined],
  ['no id', upload('x/a', ''), undefined],
  ['a key that can’t be read', upload('x/%FF'), undefined],
  ['more, and nothing on the page', '', '<IsTruncated>true</IsTruncated>'],
])('%s is no answer', async (_what, uploads, more) => {
  says(uploads, more);
  expect(await ask()).toMatchObject({ kind: 'failed', failure: { code: 's3-answer-garbled' } });
});

it('a page that leads to itself is no answer', async () => {
  says(upload('x/a'), '<IsTruncated>true</IsTruncated>');
  expect(await ask({ key: 'x/a', upload: 'of x/a' })).toMatchObject({ kind: 'failed' });
});

it('a refusal is told with what was asked', async () => {
  canned.say = (_request, response) =>
    response
      .writeHead(403, { 'Content-Type': 'application/xml' })
      .end('<Error><Code>AccessDenied</Code></Error>');
  expect(await ask()).toMatchObject({ failure: { code: 's3-access-denied', subject: 'bucket/x/' } });
});
