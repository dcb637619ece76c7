import { describe, expect, test } from 'vitest';
import { type AddressedPlace, readS3Address } from './s3-address.ts';
import { withoutSignature } from './s3-address-text.ts';

const ENDPOINTS = ['http://127.0.0.1:9000', 'https://s3.corp.example/gateway/'];
const read = (text: string) => readS3Address(text, ENDPOINTS);
/** What is not null of a place, short: bucket, key, and the rest where it says something. */
const short = (text: string) => {
  const address = read(text);
  if (address.kind !== 'place') return address;
  const { kind: _, bucket, key, names, ...more } = address;
  return [bucket, key, names, Object.fromEntries(Object.entries(more).filter(([, value]) => value !== null))];
};

const AP = 'arn:aws:s3:us-west-2:123456789012:accesspoint/finance';
const aws = (region?: string) => ({ partition: 'aws', ...(region && { region }) });
const SIGNATURE =
  'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=ASIAEXAMPLE%2F20261002%2Feu-west-1%2Fs3%2Faws4_request&X-Amz-Date=20261002T110000Z&X-Amz-Expires=3600&X-Amz-Security-Token=IQoJTOKEN&X-Amz-Signature=abc';
const ENDS_AT = Date.UTC(2026, 9, 2, 12);

describe('opens', () => {
  test.each<[string, string | null, string, AddressedPlace['names'], object]>([
    // bare words and s3://
    ['reports', 'reports', '', 'prefix', {}],
    ['  reports \n', 'reports', '', 'prefix', {}],
    ['reports/exports/', 'reports', 'exports/', 'prefix', {}],
    ['reports/exports', 'reports', 'exports', 'either', {}],
    ['s3://', null, '', 'prefix', {}],
    ['', null, '', 'prefix', {}],
    ['s3://reports', 'reports', '', 'prefix', {}],
    ['S3://reports/a.csv', 'reports', 'a.csv', 'either', {}],
    ['s3a://reports/part-0000', 'reports', 'part-0000', 'either', {}],
    ['s3n://reports/', 'reports', '', 'prefix', {}],
    ['"s3://reports/a.csv"', 'reports', 'a.csv', 'either', {}],
    ['<s3://reports/a.csv>', 'reports', 'a.csv', 'either', {}],
    ['`reports/a b/`', 'reports', 'a b/', 'prefix', {}],
    ['s3://my.bucket.with.dots/k', 'my.bucket.with.dots', 'k', 'either', {}],
    ['s3://Old_Style.Bucket/k', 'Old_Style.Bucket', 'k', 'either', {}],
    ['s3://tenant:reports/k', 'tenant:reports', 'k', 'either', {}],
    // keys are opaque
    ['s3://reports//a//b/', 'reports', '/a//b/', 'prefix', {}],
    ['s3://reports/../up', 'reports', '../up', 'either', {}],
    ['s3://reports/a%2Fb+c d#e?f', 'reports', 'a%2Fb+c d#e?f', 'either', {}],
    ['s3://reports/ends in a blank ', 'reports', 'ends in a blank ', 'either', {}],
    ['s3://reports/back\\slash', 'reports', 'back\\slash', 'either', {}],
    ['s3://reports/🪁.txt', 'reports', '🪁.txt', 'either', {}],
    ['s3://reports/k?versionId=short', 'reports', 'k?versionId=short', 'either', {}],
    [
      's3://reports/k?versionId=3sL4kqtJlcpXroDTDmJ.rmSpXd3dIbrH',
      'reports',
      'k',
      'object',
      { versionId: '3sL4kqtJlcpXroDTDmJ.rmSpXd3dIbrH' },
    ],
    ['s3://reports/k?versionId=null', 'reports', 'k', 'object', { versionId: 'null' }],
    // the bucket in front of the host
    ['https://reports.s3.eu-west-1.amazonaws.com/a/b.csv', 'reports', 'a/b.csv', 'either', aws('eu-west-1')],
    ['http://reports.s3.eu-west-1.amazonaws.com/', 'reports', '', 'prefix', aws('eu-west-1')],
    ['reports.s3.eu-west-1.amazonaws.com/a/', 'reports', 'a/', 'prefix', aws('eu-west-1')],
    ['https://reports.s3.amazonaws.com/k', 'reports', 'k', 'either', aws()],
    ['https://reports.s3.amazonaws.com:443/k', 'reports', 'k', 'either', aws()],
    ['https://REPORTS.S3.AMAZONAWS.COM./k', 'reports', 'k', 'either', aws()],
    ['https://reports.s3-eu-west-1.amazonaws.com/k', 'reports', 'k', 'either', aws('eu-west-1')],
    ['https://reports.s3-external-1.amazonaws.com/k', 'reports', 'k', 'either', aws('us-east-1')],
    ['https://reports.s3.dualstack.us-west-2.amazonaws.com/k', 'reports', 'k', 'either', aws('us-west-2')],
    ['https://reports.s3-fips.us-east-1.amazonaws.com/k', 'reports', 'k', 'either', aws('us-east-1')],
    [
      'https://reports.s3-fips.dualstack.us-east-1.amazonaws.com/k',
      'reports',
      'k',
      'either',
      aws('us-east-1'),
    ],
    ['https://reports.s3-accelerate.amazonaws.com/k', 'reports', 'k', 'either', aws()],
    ['https://reports.s3-accelerate.dualstack.amazonaws.com/k', 'reports', 'k', 'either', aws()],
    ['http://reports.s3-website-us-east-1.amazonaws.com/k', 'reports', 'k', 'either', aws('us-east-1')],
    ['http://reports.s3-website.eu-central-1.amazonaws.com/', 'reports', '', 'prefix', aws('eu-central-1')],
    [
      'https://my.site.s3.example.s3.eu-west-1.amazonaws.com/k',
      'my.site.s3.example',
      'k',
      'either',
      aws('eu-west-1'),
    ],
    [
      'https://reports.s3.cn-north-1.amazonaws.com.cn/k',
      'reports',
      'k',
      'either',
      { partition: 'aws-cn', region: 'cn-north-1' },
    ],
    [
      'https://reports.s3.us-gov-west-1.amazonaws.com/k',
      'reports',
      'k',
      'either',
      { partition: 'aws-us-gov', region: 'us-gov-west-1' },
    ],
    [
      'https://reports.s3.eusc-de-east-1.amazonaws.eu/k',
      'reports',
      'k',
      'either',
      { partition: 'aws-eusc', region: 'eusc-de-east-1' },
    ],
    [
      'https://reports.bucket.vpce-1a2b3c4d-5e6f.s3.us-east-1.vpce.amazonaws.com/k',
      'reports',
      'k',
      'either',
      aws('us-east-1'),
    ],
    [
      'https://reports--usw2-az1--x-s3.s3express-usw2-az1.us-west-2.amazonaws.com/k',
      'reports--usw2-az1--x-s3',
      'k',
      'either',
      aws('us-west-2'),
    ],
    // the bucket in the path
    ['https://s3.eu-west-1.amazonaws.com/reports/a/b', 'reports', 'a/b', 'either', aws('eu-west-1')],
    ['https://s3-eu-west-1.amazonaws.com/reports/', 'reports', '', 'prefix', aws('eu-west-1')],
    ['https://s3.amazonaws.com/reports', 'reports', '', 'prefix', aws()],
    ['https://s3.amazonaws.com/my.dotted/k', 'my.dotted', 'k', 'either', aws()],
    ['https://s3.eu-west-1.amazonaws.com', null, '', 'prefix', aws('eu-west-1')],
    ['s3.eu-west-1.amazonaws.com/reports/k', 'reports', 'k', 'either', aws('eu-west-1')],
    // escapes of links
    ['https://reports.s3.amazonaws.com/a%20b/c+d%2Be%2Ff.txt', 'reports', 'a b/c d+e/f.txt', 'either', aws()],
    ['https://reports.s3.amazonaws.com//a//b', 'reports', '/a//b', 'either', aws()],
    ['https://reports.s3.amazonaws.com/a/../%2e%2e/b', 'reports', 'a/../../b', 'either', aws()],
    ['https://reports.s3.amazonaws.com/caf%C3%A9#part', 'reports', 'café', 'either', aws()],
    ['https://reports.s3.amazonaws.com/?list-type=2&prefix=a%2Fb%2F', 'reports', 'a/b/', 'prefix', aws()],
    [
      'https://reports.s3.amazonaws.com/k?versionId=abc',
      'reports',
      'k',
      'object',
      { ...aws(), versionId: 'abc' },
    ],
    // signed links
    [
      `https://reports.s3.amazonaws.com/a/b?${SIGNATURE}`,
      'reports',
      'a/b',
      'object',
      { ...aws('eu-west-1'), signed: { endsAt: ENDS_AT } },
    ],
    [
      'https://reports.s3.amazonaws.com/k?AWSAccessKeyId=AKIA&Expires=1790000000&Signature=x%3D',
      'reports',
      'k',
      'object',
      { ...aws(), signed: { endsAt: 1_790_000_000_000 } },
    ],
    [
      'https://reports.s3.amazonaws.com/k?X-Amz-Signature=x',
      'reports',
      'k',
      'object',
      { ...aws(), signed: { endsAt: null } },
    ],
    // access points
    [AP, AP, '', 'prefix', { ...aws('us-west-2'), account: '123456789012' }],
    [`${AP}/object/a/b`, AP, 'a/b', 'either', { ...aws('us-west-2'), account: '123456789012' }],
    [`${AP}/object/a/*`, AP, 'a/', 'prefix', { ...aws('us-west-2'), account: '123456789012' }],
    [`s3://${AP}/object/a`, AP, 'object/a', 'either', { ...aws('us-west-2'), account: '123456789012' }],
    [
      AP.replace('accesspoint/', 'accesspoint:'),
      AP,
      '',
      'prefix',
      { ...aws('us-west-2'), account: '123456789012' },
    ],
    [
      'https://finance-123456789012.s3-accesspoint.us-west-2.amazonaws.com/a%20b',
      AP,
      'a b',
      'either',
      { ...aws('us-west-2'), account: '123456789012' },
    ],
    [
      'https://finance-123456789012.accesspoint.vpce-1a-2b.s3.us-west-2.vpce.amazonaws.com/a/',
      AP,
      'a/',
      'prefix',
      { ...aws('us-west-2'), account: '123456789012' },
    ],
    ['finance-abcd1234ef-s3alias/a/', 'finance-abcd1234ef-s3alias', 'a/', 'prefix', {}],
    [
      'https://finance-abcd1234ef-s3alias.s3.us-west-2.amazonaws.com/a',
      'finance-abcd1234ef-s3alias',
      'a',
      'either',
      aws('us-west-2'),
    ],
    // other ARNs
    ['arn:aws:s3:::reports', 'reports', '', 'prefix', aws()],
    ['arn:aws-cn:s3:::reports/a/b.csv', 'reports', 'a/b.csv', 'either', { partition: 'aws-cn' }],
    ['arn:aws:s3:::reports/*', 'reports', '', 'prefix', aws()],
    ['arn:aws:s3:::reports/team/a*', 'reports', 'team/', 'prefix', aws()],
    ['arn:aws:s3:::reports/a:b*c', 'reports', 'a:b*c', 'either', aws()],
    [
      'arn:aws:s3express:us-west-2:123456789012:bucket/r--usw2-az1--x-s3',
      'r--usw2-az1--x-s3',
      '',
      'prefix',
      { ...aws('us-west-2'), account: '123456789012' },
    ],
    // the console
    ['https://console.aws.amazon.com/s3/home?region=eu-west-1', null, '', 'prefix', aws('eu-west-1')],
    [
      'https://eu-west-1.console.aws.amazon.com/s3/buckets/reports?region=eu-central-1&bucketType=general&prefix=a%2Fb+c%2F&showversions=false',
      'reports',
      'a/b c/',
      'prefix',
      aws('eu-central-1'),
    ],
    [
      'https://s3.console.aws.amazon.com/s3/object/reports?region=eu-west-1&prefix=a/b%2Bc.csv&versionId=v1',
      'reports',
      'a/b+c.csv',
      'object',
      { ...aws('eu-west-1'), versionId: 'v1' },
    ],
    [
      'https://123456789012-abc1def2.us-east-1.console.aws.amazon.com/s3/object/reports?prefix=k',
      'reports',
      'k',
      'object',
      { ...aws('us-east-1'), account: '123456789012' },
    ],
    [
      'https://s3.console.aws.amazon.com/s3/buckets/reports/a/b/?region=eu-west-1',
      'reports',
      'a/b/',
      'prefix',
      aws('eu-west-1'),
    ],
    [
      'https://console.aws.amazon.com/s3/home?region=eu-west-1#&bucket=reports&prefix=a/',
      'reports',
      'a/',
      'prefix',
      aws('eu-west-1'),
    ],
    [
      'console.aws.amazon.com/s3/bucket/reports/property/policy/edit?region=global',
      'reports',
      '',
      'prefix',
      aws(),
    ],
    ['https://console.aws.amazon.com/s3/upload/reports?prefix=in/', 'reports', 'in/', 'prefix', aws()],
    [
      'https://us-gov-west-1.console.amazonaws-us-gov.com/s3/buckets/reports',
      'reports',
      '',
      'prefix',
      { partition: 'aws-us-gov', region: 'us-gov-west-1' },
    ],
    [
      'https://console.amazonaws.cn/s3/buckets/reports?region=cn-north-1',
      'reports',
      '',
      'prefix',
      { partition: 'aws-cn', region: 'cn-north-1' },
    ],
    [
      'https://console.amazonaws-eusc.eu/s3/buckets/reports?region=eusc-de-east-1',
      'reports',
      '',
      'prefix',
      { partition: 'aws-eusc', region: 'eusc-de-east-1' },
    ],
    [
      'https://us-west-2.console.aws.amazon.com/s3/ap/123456789012/finance?region=us-west-2&prefix=a/',
      AP,
      'a/',
      'prefix',
      { ...aws('us-west-2'), account: '123456789012' },
    ],
    [
      `https://console.aws.amazon.com/s3/buckets/${encodeURIComponent(AP)}?region=us-east-1`,
      AP,
      '',
      'prefix',
      { ...aws('us-west-2'), account: '123456789012' },
    ],
    // an organisation's own endpoint
    ['http://127.0.0.1:9000/reports/a+b%20c', 'reports', 'a+b c', 'either', { endpoint: ENDPOINTS[0] }],
    ['127.0.0.1:9000/reports/', 'reports', '', 'prefix', { endpoint: ENDPOINTS[0] }],
    ['https://s3.corp.example/gateway/reports/k', 'reports', 'k', 'either', { endpoint: ENDPOINTS[1] }],
    ['https://reports.s3.corp.example/gateway/k', 'reports', 'k', 'either', { endpoint: ENDPOINTS[1] }],
    ['https://s3.corp.example/gateway', null, '', 'prefix', { endpoint: ENDPOINTS[1] }],
  ])('%s', (text, bucket, key, names, more) => {
    expect(short(text)).toEqual([bucket, key, names, more]);
  });
});

describe('recognises and does not open', () => {
  test.each([
    ['multiRegion', 'multi-region', 'arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap'],
    ['multiRegion', 'multi-region', 'arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap/object/a'],
    ['multiRegion', 'multi-region', 's3://arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap/a'],
    ['multiRegion', 'multi-region', 'https://mfzwi23gnjvgw.mrap.accesspoint.s3-global.amazonaws.com/a'],
    ['multiRegion', 'multi-region', 's3://mfzwi23gnjvgw.mrap/a'],
    ['multiRegion', 'multi-region', 'https://console.aws.amazon.com/s3/mrap/mfzwi23gnjvgw.mrap'],
    ['unsupported', 'object-lambda', 'arn:aws:s3-object-lambda:us-east-1:123456789012:accesspoint/x'],
    ['unsupported', 'object-lambda', 's3://my-olap-abcdefgh12345--ol-s3/k'],
    ['unsupported', 'object-lambda', 'https://x-123456789012.s3-object-lambda.us-east-1.amazonaws.com/k'],
    ['unsupported', 'outposts', 'arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-01/accesspoint/x'],
    ['unsupported', 'outposts', 'https://x-123456789012.op-01.s3-outposts.us-west-2.amazonaws.com/k'],
    ['unsupported', 'tables', 'arn:aws:s3tables:us-west-2:123456789012:bucket/x'],
    ['unsupported', 'isolated', 'arn:aws-iso:s3:::reports'],
    ['unsupported', 'isolated', 'https://reports.s3.us-iso-east-1.c2s.ic.gov/k'],
    ['wrong', 'other-arn', 'arn:aws:iam::123456789012:role/S3AccessRole'],
    ['wrong', 'other-arn', 'arn:aws:s3:us-east-1:123456789012:job/1'],
    ['wrong', 'other-arn', 'arn:other:s3:::reports'],
    ['wrong', 'other-arn', 'arn:'],
    ['wrong', 'wildcard', 'arn:aws:s3:::*'],
    ['wrong', 'wildcard', 'arn:aws:s3:::lark-*/*'],
    ['wrong', 'not-s3', 'https://sts.eu-west-1.amazonaws.com/'],
    ['wrong', 'not-s3', 'https://123456789012.s3-control.us-east-1.amazonaws.com/v20180820/x'],
    ['wrong', 'console-page', 'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1'],
    ['wrong', 'console-page', 'https://console.aws.amazon.com/s3/lens'],
    ['wrong', 'foreign-host', 'https://reports.s3.amazonaws.com.evil.example/k'],
    ['wrong', 'foreign-host', 'https://evil.example/https://reports.s3.amazonaws.com/k'],
    ['wrong', 'foreign-host', 'https://reports.s3.amazonaws.com:8443/k'],
    ['wrong', 'foreign-host', 'https://evil.example\\.s3.amazonaws.com/k'],
    ['wrong', 'foreign-host', 'http://127.0.0.1:9001/reports/k'],
    ['wrong', 'foreign-host', 'https://127.0.0.1:9000/reports/k'],
    ['wrong', 'foreign-host', 'localhost:9000/reports'],
    ['wrong', 'foreign-host', 'https://s3.corp.example/elsewhere/reports'],
    ['wrong', 'foreign-host', 'https://d111.cloudfront.net/k'],
    ['wrong', 'foreign-host', 'https://xn--reports.s3.amazonaws.com.xn--e1a/'],
    ['wrong', 'user-info', 'https://reports.s3.amazonaws.com@evil.example/k'],
    ['wrong', 'user-info', 'https://key:secret@reports.s3.amazonaws.com/k'],
    ['wrong', 'scheme', 'file:///etc/passwd'],
    ['wrong', 'scheme', 'javascript:alert(1)'],
    ['wrong', 'scheme', 'data:text/html,hi'],
    ['wrong', 'scheme', 'ftp://reports/k'],
    ['wrong', 'scheme', 'https:/reports.s3.amazonaws.com/k'],
    ['wrong', 'bad-escape', 'https://reports.s3.amazonaws.com/100%.txt'],
    ['wrong', 'bad-escape', 'https://reports.s3.amazonaws.com/%ff%fe'],
    ['wrong', 'bad-escape', 'https://console.aws.amazon.com/s3/buckets/reports?prefix=%zz'],
    ['wrong', 'bucket-missing', 's3:///key'],
    ['wrong', 'bucket-missing', '/key'],
    ['wrong', 'bucket-missing', 'https://s3.amazonaws.com//key'],
    ['wrong', 'bucket-short', 'ab'],
    ['wrong', 'bucket-long', 'b'.repeat(256)],
    ['wrong', 'bucket-name', 'hello there'],
    ['wrong', 'bucket-name', 'C:\\Users\\maya'],
    ['wrong', 'bucket-name', '../../etc/passwd'],
    ['wrong', 'bucket-name', 's3://a..b/k'],
    ['wrong', 'bucket-name', 's3://reports%2f/k'],
    ['wrong', 'bucket-name', 's3://@evil.example/k'],
    ['wrong', 'bucket-name', 'https://s3.amazonaws.com/re%00ports/k'],
    ['wrong', 'key-long', `s3://reports/${'é'.repeat(513)}`],
    ['wrong', 'too-long', `s3://reports/${'k'.repeat(9000)}`],
  ])('%s, %s: %s', (kind, why, text) => {
    expect(read(text)).toEqual({ kind, why });
  });
});

test('a signed link that is handed on says the same, without what it can be used by', () => {
  const link = `https://reports.s3.amazonaws.com/k?${SIGNATURE}&versionId=v`;
  const plain = withoutSignature(link);
  expect(plain).not.toMatch(/IQoJTOKEN|=abc/);
  expect(readS3Address(plain)).toEqual(readS3Address(link));
  expect(withoutSignature('s3://reports/a=b&c')).toBe('s3://reports/a=b&c');
});

test('nothing secret of a signed link is in what was read', () => {
  const read = JSON.stringify(readS3Address(`https://reports.s3.amazonaws.com/k?${SIGNATURE}`));
  for (const secret of ['IQoJTOKEN', 'ASIAEXAMPLE', 'abc']) expect(read).not.toContain(secret);
});

test.each([
  '',
  '/',
  '//',
  'a/',
  ' /',
  'a b/+/%2F/',
  '../',
  '?versionId=null/',
  '"quoted"/',
  'x\n/',
  '🪁/',
  '*/',
])('s3://reports/%s comes back as it was written', (prefix) => {
  for (const bucket of ['reports', 'my.dotted.bucket', 'x-abc-s3alias', AP]) {
    expect(readS3Address(`s3://${bucket}/${prefix}`)).toMatchObject({ bucket, key: prefix, names: 'prefix' });
  }
});
