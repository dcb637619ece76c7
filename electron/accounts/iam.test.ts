import { expect, test } from 'vitest';
import { iamPlace, readAlias } from './iam.ts';

const answer = (members: string) =>
  Buffer.from(`<ListAccountAliasesResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ListAccountAliasesResult>
    <IsTruncated>false</IsTruncated><AccountAliases>${members}</AccountAliases></ListAccountAliasesResult>
    <ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></ListAccountAliasesResponse>`);

test.each([
  ['one alias', '<member>lark-analytics</member>', 'lark-analytics'],
  ['the first of two', '<member> lark-1 </member><member>lark-2</member>', 'lark-1'],
  ['none', '', null],
  ['what is no alias', '<member>Call +49 000</member>', null],
  ['two hyphens', '<member>a--b</member>', null],
  ['markup', '<member><b>lark</b></member>', null],
])('of an answer with %s is read', (_what, members, alias) => {
  expect(readAlias(answer(members))).toBe(alias);
});

test('another document is no answer, and hostile XML is refused', () => {
  expect(readAlias(Buffer.from('<html/>'))).toBe(null);
  expect(() => readAlias(Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><a/>'))).toThrow();
});

test('a partition that is not known, or a name that every object has, has no place', () => {
  expect(iamPlace('aws')?.host).toBe('iam.amazonaws.com');
  expect(iamPlace('aws-nowhere')).toBe(null);
  expect(iamPlace('constructor')).toBe(null);
});
