import { S3Client } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import {
  consoleHost,
  dnsSuffix,
  federationEndpoint,
  isAwsStsHost,
  isCaptureUrl,
  isProviderArn,
  parseRoleArn,
  partitionOfRegion,
  regionFor,
  unservedPartition,
} from './partition.ts';

describe('the address to which an identity provider posts', () => {
  it.each([
    'https://signin.aws.amazon.com/saml',
    'https://eu-west-1.signin.aws.amazon.com/saml',
    'https://us-east-2.signin.aws.amazon.com/saml/acs/SAMLSPABC123',
    'https://signin.amazonaws-us-gov.com/saml',
    'https://us-gov-west-1.signin.amazonaws-us-gov.com/saml',
    'https://signin.amazonaws.cn/saml',
    'https://cn-north-1.signin.amazonaws.cn/saml',
    'https://ap-southeast-2.signin.aws.amazon.com/saml',
    'https://signin.amazonaws-eusc.eu/saml',
    'https://eusc-de-east-1.signin.amazonaws-eusc.eu/saml',
    'https://eusc-de-east-1.signin.amazonaws-eusc.eu/saml/acs/SAMLSPABC123',
    'https://cn-northwest-1.signin.amazonaws.cn/saml/acs/SAMLSPABC123',
    'https://us-gov-east-1.signin.amazonaws-us-gov.com/saml/acs/SAMLSPABC123',
    'https://signin.aws.amazon.com/saml?x=1',
  ])('is known: %s', (url) => {
    expect(isCaptureUrl(url)).toBe(true);
  });

  it.each([
    'http://signin.aws.amazon.com/saml',
    'https://signin.aws.amazon.com:8443/saml',
    'https://user@signin.aws.amazon.com/saml',
    'https://signin.aws.amazon.com/saml/',
    'https://signin.aws.amazon.com/samlx',
    'https://signin.aws.amazon.com.evil.example/saml',
    'https://evil-signin.aws.amazon.com/saml',
    'https://cn-north-1.signin.aws.amazon.com/saml',
    'https://eusc-de-east-1.signin.aws.amazon.com/saml',
    'https://us-iso-east-1.signin.aws.amazon.com/saml',
    'https://signin.amazonaws.eu/saml',
    'https://signin.aws.amazon.com/federation',
    'https://evil.example/?https://signin.aws.amazon.com/saml',
    'not a url',
  ])('is not: %s', (url) => {
    expect(isCaptureUrl(url)).toBe(false);
  });

  it('may be one the organisation adds, to the letter', () => {
    expect(isCaptureUrl('https://hub.corp.example/aws', ['https://hub.corp.example/aws'])).toBe(true);
    expect(isCaptureUrl('https://hub.corp.example/aws2', ['https://hub.corp.example/aws'])).toBe(false);
  });
});

describe('role and provider names', () => {
  it('reads path and name apart', () => {
    expect(parseRoleArn('arn:aws:iam::111122223333:role/team/reporting/ReadWrite')).toEqual({
      partition: 'aws',
      accountId: '111122223333',
      path: '/team/reporting/',
      name: 'ReadWrite',
    });
    expect(parseRoleArn('arn:aws-cn:iam::111122223333:role/Plain')?.path).toBe('/');
  });

  it.each([
    'arn:aws:iam::1:role/x',
    'arn:aws:iam::111122223333:role/x\n[default]',
    'arn:aws:iam::111122223333:user/x',
    'arn:other:iam::111122223333:role/x',
    'arn:aws:iam::111122223333:role/',
    `arn:aws:iam::111122223333:role/${'x'.repeat(65)}`,
  ])('refuses %j', (arn) => {
    expect(parseRoleArn(arn)).toBeNull();
  });

  it('tells a provider from anything else', () => {
    expect(isProviderArn('arn:aws:iam::111122223333:saml-provider/CorpIdP')).toBe(true);
    expect(isProviderArn('arn:aws:iam::111122223333:role/CorpIdP')).toBe(false);
  });
});

describe('regions', () => {
  it.each([
    ['eu-west-1', 'aws'],
    ['us-gov-east-1', 'aws-us-gov'],
    ['cn-northwest-1', 'aws-cn'],
    ['eusc-de-east-1', 'aws-eusc'],
    ['us-iso-east-1', null],
    ['us-isob-east-1', null],
    ['eu-isoe-west-1', null],
    ['nowhere', null],
  ])('%s lies in %s', (region, partition) => {
    expect(partitionOfRegion(region)).toBe(partition);
  });

  it("keeps the organisation's region only inside the role's partition", () => {
    expect(regionFor('aws', 'eu-west-1')).toBe('eu-west-1');
    expect(regionFor('aws-cn', 'eu-west-1')).toBe('cn-north-1');
    expect(regionFor('aws-eusc', 'eu-west-1')).toBe('eusc-de-east-1');
    expect(regionFor('aws', 'eusc-de-east-1')).toBe('us-east-1');
  });
});

it('knows the STS hosts of AWS and no lookalike', () => {
  expect(isAwsStsHost('sts.eu-west-1.amazonaws.com')).toBe(true);
  expect(isAwsStsHost('sts.cn-north-1.amazonaws.com.cn')).toBe(true);
  expect(isAwsStsHost('sts.eusc-de-east-1.amazonaws.eu')).toBe(true);
  expect(isAwsStsHost('sts.amazonaws.com')).toBe(true);
  expect(isAwsStsHost('sts.amazonaws.com.evil.example')).toBe(false);
  expect(isAwsStsHost('sts.cn-north-1.amazonaws.com')).toBe(false);
  expect(isAwsStsHost('evil.sts.eu-west-1.amazonaws.com')).toBe(false);
});

describe.each([
  ['aws', 'eu-west-1', 'signin.aws.amazon.com', 'console.aws.amazon.com'],
  ['aws-us-gov', 'us-gov-west-1', 'signin.amazonaws-us-gov.com', 'console.amazonaws-us-gov.com'],
  ['aws-cn', 'cn-north-1', 'signin.amazonaws.cn', 'console.amazonaws.cn'],
  ['aws-eusc', 'eusc-de-east-1', 'signin.amazonaws-eusc.eu', 'console.amazonaws-eusc.eu'],
] as const)('the partition %s', (name, region, signin, console) => {
  it('has its own hosts for sign-in, console and federation', () => {
    expect(consoleHost(name)).toBe(console);
    expect(federationEndpoint(name, region)).toBe(`https://${region}.${signin}/federation`);
    expect(federationEndpoint(name, 'nowhere')).toBe(`https://${signin}/federation`);
  });

  it('has the DNS suffix that the SDK’s own rules give STS and S3', () => {
    const common = { Region: region, UseFIPS: false, UseDualStack: false };
    const sts = new STSClient({ region }).config.endpointProvider({ ...common, UseGlobalEndpoint: false });
    const s3 = new S3Client({ region }).config.endpointProvider({ ...common, Bucket: 'bucket' });
    expect(sts.url.hostname).toBe(`sts.${region}.${dnsSuffix(name)}`);
    expect(s3.url.hostname).toBe(`bucket.s3.${region}.${dnsSuffix(name)}`);
    expect(isAwsStsHost(sts.url.hostname)).toBe(true);
  });

  it('is read from role and provider ARNs', () => {
    expect(parseRoleArn(`arn:${name}:iam::111122223333:role/x`)?.partition).toBe(name);
    expect(isProviderArn(`arn:${name}:iam::111122223333:saml-provider/x`)).toBe(true);
  });
});

it.each(['aws-iso', 'aws-iso-b', 'aws-iso-e', 'aws-iso-f'])('%s is named as not served', (name) => {
  expect(unservedPartition(`arn:${name}:iam::111122223333:role/x`)).toBe(name);
  expect(unservedPartition(`arn:${name}:iam::111122223333:saml-provider/x,arn:y`)).toBe(name);
  expect(parseRoleArn(`arn:${name}:iam::111122223333:role/x`)).toBeNull();
  expect(unservedPartition('arn:aws:iam::111122223333:role/aws-iso')).toBeNull();
});
