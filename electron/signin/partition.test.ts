import { describe, expect, it } from 'vitest';
import {
  isAwsStsHost,
  isCaptureUrl,
  isProviderArn,
  parseRoleArn,
  partitionOfRegion,
  regionFor,
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
    ['nowhere', null],
  ])('%s lies in %s', (region, partition) => {
    expect(partitionOfRegion(region)).toBe(partition);
  });

  it("keeps the organisation's region only inside the role's partition", () => {
    expect(regionFor('aws', 'eu-west-1')).toBe('eu-west-1');
    expect(regionFor('aws-cn', 'eu-west-1')).toBe('cn-north-1');
  });
});

it('knows the STS hosts of AWS and no lookalike', () => {
  expect(isAwsStsHost('sts.eu-west-1.amazonaws.com')).toBe(true);
  expect(isAwsStsHost('sts.cn-north-1.amazonaws.com.cn')).toBe(true);
  expect(isAwsStsHost('sts.amazonaws.com.evil.example')).toBe(false);
});
