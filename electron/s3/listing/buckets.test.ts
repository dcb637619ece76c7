import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningServer, serve } from '../../../demo/http/serve.ts';
import { credentialsOf, startTestDemo, type TestDemo } from '../../../demo/testing.ts';
import { s3Failure } from '../errors.ts';
import { listBuckets } from './buckets.ts';
import { clientAt } from './page-server.test-parts.ts';

const S3_ACCESS = '111122223333/S3AccessRole';
let demo: TestDemo;
let server: RunningServer;
let body = '';
beforeAll(async () => {
  demo = await startTestDemo();
  const handle: Parameters<typeof serve>[0]['handle'] = async (_request, response) => {
    response.setHeader('Content-Type', 'application/xml').end(body);
  };
  server = await serve({ port: 0, now: Date.now, handle });
});
afterAll(async () => {
  await demo.remove();
  await server.close();
});
const clientOf = async (user: string, role: string) =>
  clientAt(demo.organisation.s3Endpoint, await credentialsOf(demo.organisation, user, role));

it('the buckets of an account come with their age and their region', async () => {
  const buckets = await listBuckets(await clientOf('alex', S3_ACCESS));
  expect(buckets.map(({ name }) => name)).toContain('lark-odd-keys');
  expect(buckets.find(({ name }) => name === 'lark-empty')).toEqual({
    name: 'lark-empty',
    createdAt: Date.parse('2026-06-30T10:00:00Z'),
    region: 'eu-west-1',
  });
  expect(await listBuckets(await clientOf('maya', '777788889999/Experimenter'))).toEqual([]);
});

it.each([
  ['a web page', '<html><body>Please sign in to the Wi-Fi</body></html>'],
  ['nothing at all', ''],
])('%s is no list of buckets', async (_what, text) => {
  body = text;
  const failed = await listBuckets(clientAt(`http://127.0.0.1:${server.port}`)).catch(
    (error: unknown) => error,
  );
  expect(s3Failure(failed, '')).toMatchObject({ code: 's3-answer-garbled' });
});
