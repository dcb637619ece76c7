// Session policies as IAM evaluates them: an Allow is needed, a Deny wins.

import { expect, it } from 'vitest';
import { readPolicy, rule } from './session-policy.ts';

const READ_ONLY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const OBJECT = 'arn:aws:s3:::lark-reports-prod/a';
const inline = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const denyWrites = inline({ Effect: 'Deny', Action: ['s3:Put*', 's3:Delete*'], Resource: '*' });
const allowAll = inline({ Effect: 'Allow', Action: '*', Resource: '*' });
const onCondition = inline({
  Effect: 'Allow',
  Action: 's3:PutObject',
  Resource: '*',
  Condition: { StringLike: { 'kms:ViaService': 's3.*' } },
});

it.each([
  ['no policy', undefined, 's3:PutObject', 'allowed'],
  ['ReadOnlyAccess, reading', { arns: [READ_ONLY] }, 's3:GetObject', 'allowed'],
  ['ReadOnlyAccess, writing', { arns: [READ_ONLY] }, 's3:PutObject', 'not allowed'],
  ['ReadOnlyAccess, assuming', { arns: [READ_ONLY] }, 'sts:AssumeRole', 'not allowed'],
  ['an explicit Deny', { arns: [READ_ONLY], inline: denyWrites }, 's3:DeleteObject', 'denied'],
  [
    'a Deny beside an Allow of the same',
    { arns: ['arn:aws:iam::aws:policy/AdministratorAccess'], inline: denyWrites },
    's3:PutObject',
    'denied',
  ],
  ['a Deny alone', { arns: [], inline: denyWrites }, 's3:GetObject', 'not allowed'],
  ['an Allow of all', { arns: [], inline: allowAll }, 's3:PutObject', 'allowed'],
  [
    'an Allow on a condition that is not met',
    { arns: [], inline: onCondition },
    's3:PutObject',
    'not allowed',
  ],
  ['other capitals', { arns: [READ_ONLY] }, 'S3:getobject', 'allowed'],
] as const)('%s', (_what, policies, action, expected) => {
  const given = policies && { ...policies, arns: [...policies.arns] };
  expect(rule(given, action, OBJECT)).toBe(expected);
});

it.each(['', '{}', '[]', 'null', '{"Statement":[{"Effect":"Maybe","Action":"*","Resource":"*"}]}'])(
  '%j is no policy',
  (text) => {
    expect(readPolicy(text)).toBeUndefined();
  },
);
