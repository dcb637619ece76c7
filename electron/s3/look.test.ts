import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXPORTS_ALIAS } from '../../demo/s3/buckets.ts';
import { credentialsOf, startTestDemo, type TestDemo } from '../../demo/testing.ts';
import { directTransport } from '../network/direct.test-parts.ts';
import { createBucketRegions, regionMemory } from './bucket-regions.ts';
import { s3Failure } from './errors.ts';
import { inBucketRegion, type RegionParts } from './in-bucket-region.ts';
import { collect } from './listing/collect.test-parts.ts';
import { look } from './look.ts';
import { createPayers } from './payers.ts';
import { createSessionClients } from './session-clients.ts';

let demo: TestDemo;
beforeAll(async () => {
  demo = await startTestDemo();
});
afterAll(() => demo.remove());

/** What the S3 process works with, for a user who is signed in with one role; the pass is called `pass`. */
async function workplace(user: string, role: string): Promise<RegionParts> {
  const { accessKeyId, secretAccessKey, sessionToken } = await credentialsOf(demo.organisation, user, role);
  const session = {
    ...{
      organisation: 'demo',
      role,
      accessKeyId,
      secretAccessKey,
      sessionToken,
      expiresAt: 0,
      region: 'eu-west-1',
    },
    ...{
      endpoint: demo.organisation.s3Endpoint,
      forcePathStyle: true,
      useFips: false,
      scope: 'full' as const,
      guarded: false,
    },
    ...{ companyPem: null, clockOffsetMs: 0 },
  };
  const regions = createBucketRegions();
  const clientOf = createSessionClients(
    async () => session,
    () => directTransport({ lends: true }),
    () => undefined,
    regions,
    createPayers(),
    1,
  );
  return { clientOf, regions };
}
const engineer = () => workplace('maya', '444455556666/DataEngineer');
const at = (bucket: string) => ({ pass: 'pass', bucket });
const listed = async (parts: RegionParts, bucket: string, prefix: string) => {
  const command = new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, Delimiter: '/' });
  const { Contents, CommonPrefixes } = await inBucketRegion(parts, at(bucket), (client) =>
    client.send(command),
  );
  return (Contents ?? CommonPrefixes ?? []).length;
};

describe('a look', () => {
  it.each([
    ['exports/2026/01/01/totals.json', { object: true, folder: false }],
    ['exports/2026', { object: false, folder: true }],
    ['exports/20', { object: false, folder: false }],
  ])('at %s sees %o', async (key, seen) => {
    expect(await look(await engineer(), at('lark-reports-prod'), { key, region: null })).toEqual(seen);
  });

  it('under a right for one prefix sees what the right reaches, and says nothing of the rest', async () => {
    const parts = await workplace('maya', '111122223333/ExportsOnly');
    const where = at('lark-reports-prod');
    expect(await look(parts, where, { key: 'exports/2026', region: null })).toEqual({
      object: null,
      folder: true,
    });
    expect(await look(parts, where, { key: 'events', region: null })).toEqual({ object: null, folder: null });
    // HeadBucket was refused, and told the region all the same.
    expect(parts.regions.isSure('pass', 'lark-reports-prod')).toBe(true);
  });

  it.each([null, 'us-west-2'])('finds a bucket’s region, whatever its address says (%s)', async (region) => {
    const parts = await engineer();
    expect(await look(parts, at('lark-frankfurt-copies'), { key: 'totals', region })).toEqual({
      object: false,
      folder: true,
    });
    expect(parts.regions.regionOf('pass', 'lark-frankfurt-copies')).toBe('eu-central-1');
  });

  it('without a key finds the region only', async () => {
    const parts = await engineer();
    expect(await look(parts, at('lark.frankfurt.assets'), { key: null, region: 'eu-north-1' })).toEqual({
      object: null,
      folder: null,
    });
    expect(parts.regions.regionOf('pass', 'lark.frankfurt.assets')).toBe('eu-central-1');
  });

  it('at what does not exist sees nothing and does not fail', async () => {
    const parts = await engineer();
    expect(await look(parts, at('lark-nowhere'), { key: 'x', region: null })).toEqual({
      object: null,
      folder: null,
    });
  });
});

describe('work on a bucket', () => {
  it('of another region is done there, and the next time at once', async () => {
    const parts = await engineer();
    for (const _ of ['first', 'second'])
      expect(await listed(parts, 'lark-frankfurt-copies', 'totals/')).toBe(30);
    expect(await (await parts.clientOf('pass', 'lark-frankfurt-copies')).config.region()).toBe(
      'eu-central-1',
    );
    expect(await (await parts.clientOf('pass')).config.region()).toBe('eu-west-1');
  });

  it('whose name has dots, or is an access point’s alias, is done like any other', async () => {
    const parts = await engineer();
    expect(await listed(parts, 'lark.frankfurt.assets', 'totals/')).toBe(30);
    expect(await listed(parts, EXPORTS_ALIAS, 'exports/2026/')).toBe(6);
  });

  it('in a region that the account has not enabled fails with the region’s name', async () => {
    const error = await listed(await engineer(), 'lark-capetown-landing', '').catch(
      (failed: unknown) => failed,
    );
    expect(s3Failure(error, 'lark-capetown-landing/')).toMatchObject({
      code: 's3-region-not-enabled',
      subject: 'af-south-1',
      retry: 'never',
    });
  });

  it('that is refused is refused as it was', async () => {
    const parts = await workplace('maya', '111122223333/InvoiceReader');
    const error = await listed(parts, 'lark-reports-prod', '').catch((failed: unknown) => failed);
    expect(s3Failure(error, 'lark-reports-prod/')).toMatchObject({ code: 's3-access-denied' });
  });

  it('by a hint that leads to no host is done without it', async () => {
    const parts = await engineer();
    parts.regions.hintRegion('pass', 'lark-reports-prod', 'eu-nowhere-9');
    const nowhere = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
    const asked: string[] = [];
    await inBucketRegion(parts, at('lark-reports-prod'), async (client) => {
      asked.push(await client.config.region());
      if (asked.length === 1) throw nowhere;
    });
    expect(asked).toEqual(['eu-nowhere-9', 'eu-west-1']);
  });
});

describe('a listing', () => {
  const list = async (parts: RegionParts, bucket: string, prefix: string) => {
    const region = regionMemory(parts.regions, at(bucket));
    return collect(parts.clientOf('pass'), bucket, prefix, region);
  };

  it.each([undefined, 'us-west-2', 'eu-west-1'])(
    'begins where the address says (%s) and ends where S3 says',
    async (hint) => {
      const parts = await engineer();
      if (hint) parts.regions.hintRegion('pass', 'lark.frankfurt.assets', hint);
      const { names, region, failure } = await list(parts, 'lark.frankfurt.assets', 'totals/');
      expect([failure, names.length, region]).toEqual([null, 30, 'eu-central-1']);
      expect(parts.regions.isSure('pass', 'lark.frankfurt.assets')).toBe(true);
    },
  );

  it('in a region that the account has not enabled fails with the region’s name', async () => {
    const { failure } = await list(await engineer(), 'lark-capetown-landing', '');
    expect(failure).toMatchObject({ code: 's3-region-not-enabled', subject: 'af-south-1', retry: 'never' });
  });
});
