// The whole demo with AWS's own JavaScript clients: from the login form to bytes of an object, and over a restart.

import { GetObjectCommand, ListBucketsCommand, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { credentialsOf, s3Client, startTestDemo, stsClient, type TestDemo } from './testing.ts';

const S3_ACCESS = '111122223333/S3AccessRole';

let demo: TestDemo;
beforeAll(async () => {
  demo = await startTestDemo();
});
afterAll(() => demo.remove());

describe('the demo organisation', () => {
  it('leads from the login form to the bytes of an object', async () => {
    const credentials = await credentialsOf(demo.organisation, 'alex', S3_ACCESS);
    expect(credentials.accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(credentials.expiration.getTime() - demo.now()).toBeGreaterThan(3_500_000);

    const who = await stsClient(demo.organisation, credentials).send(new GetCallerIdentityCommand({}));
    expect(who.Arn).toBe('arn:aws:sts::111122223333:assumed-role/S3AccessRole/alex@larkfield.example');

    const s3 = s3Client(demo.organisation, credentials);
    const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
    expect(Buckets.map((bucket) => bucket.Name)).toEqual([
      'lark-empty',
      'lark-invoice-archive',
      'lark-odd-content',
      'lark-odd-keys',
      'lark-reports-prod',
      'lark-scratch',
      'lark-slow-lane',
      'lark-telemetry',
      'lark-workbench',
    ]);
    const object = await s3.send(
      new GetObjectCommand({ Bucket: 'lark-reports-prod', Key: 'exports/2026/03/01/orders.csv' }),
    );
    const text = await object.Body?.transformToString();
    expect(text).toMatch(/^order,ordered_at,city,item,quantity,unit_price_eur\nLK-20260301-0001,2026-03-01T/);
    expect(object.ContentLength).toBe(Buffer.byteLength(text ?? ''));
  });

  it('lists a long prefix page by page, in order, without a gap', async () => {
    const s3 = s3Client(demo.organisation, await credentialsOf(demo.organisation, 'alex', S3_ACCESS));
    const pages: string[][] = [];
    const asked = { Bucket: 'lark-reports-prod', Prefix: 'events/2026-06/' };
    for await (const page of paginateListObjectsV2({ client: s3 }, asked)) {
      pages.push((page.Contents ?? []).map((object) => object.Key ?? ''));
    }
    expect(pages.map((page) => page.length)).toEqual([1000, 1000, 600]);
    const keys = pages.flat();
    expect(new Set(keys).size).toBe(2600);
    expect(keys).toEqual([...keys].sort());
  });

  it('keeps ports and sessions over a restart', async () => {
    const before = demo.organisation;
    const credentials = await credentialsOf(before, 'alex', S3_ACCESS);
    await demo.restart();
    expect({ ...demo.organisation, close: null }).toEqual({ ...before, close: null });
    const { Buckets } = await s3Client(demo.organisation, credentials).send(new ListBucketsCommand({}));
    expect(Buckets).toHaveLength(9);
  });
});
