import { describe, expect, it } from 'vitest';
import { readAssertion } from './assertion.ts';
import { attribute, NOW, PROVIDER, ROLE, samlResponse, type Wishes } from './saml.test-parts.ts';

const read = (wishes: Wishes = {}) => readAssertion(samlResponse(wishes), NOW);
const offer = { roleArn: ROLE, providerArn: PROVIDER };

describe('roles are read', () => {
  const china = (name: string) =>
    `<saml:Attribute Name="${name}"><saml:AttributeValue>arn:aws-cn:iam::111122223333:role/R,arn:aws-cn:iam::111122223333:saml-provider/P</saml:AttributeValue></saml:Attribute>`;
  it.each([
    ['role first', `${ROLE},${PROVIDER}`],
    ['provider first', `${PROVIDER},${ROLE}`],
    ['with spaces', `  ${ROLE} , ${PROVIDER}\t`],
    ['over lines', `\n  ${ROLE},\r\n  ${PROVIDER}\n`],
    ['with a comment inside an ARN', `arn:aws:iam::111122223333:role/S3Access<!-- x -->Role,${PROVIDER}`],
    ['with CDATA inside an ARN', `arn:aws:iam::111122223333:role/<![CDATA[S3Access]]>Role,${PROVIDER}`],
    ['with references inside an ARN', `arn:aws:iam::111122223333:role/S3&#65;ccessRole,${PROVIDER}`],
  ])('%s', (_how, value) => {
    expect(read({ roles: [value] })).toMatchObject({ offers: [offer], ignored: 0 });
  });

  it('whole around a comment that would make another role of it', () => {
    const roleArn = 'arn:aws:iam::111122223333:role/Admin-Denied';
    const value = `arn:aws:iam::111122223333:role/Admin<!-- -->-Denied,${PROVIDER}`;
    expect(read({ roles: [value] }).offers).toEqual([{ roleArn, providerArn: PROVIDER }]);
  });

  it.each([
    ['three ARNs', `${ROLE},${PROVIDER},${ROLE}`],
    ['a role alone', ROLE],
    ['two roles', `${ROLE},${ROLE}`],
    ['two providers', `${PROVIDER},${PROVIDER}`],
    ['an account of one digit', 'arn:aws:iam::1:role/x,arn:aws:iam::1:saml-provider/P'],
    ['a line break and more', `arn:aws:iam::111122223333:role/x\n[default],${PROVIDER}`],
    ['markup in the name', `arn:aws:iam::111122223333:role/&lt;img onerror=x>,${PROVIDER}`],
    ['a direction override', `arn:aws:iam::111122223333:role/\u202eelor,${PROVIDER}`],
    ['an emoji', `arn:aws:iam::111122223333:role/😀,${PROVIDER}`],
    [
      'a partition we do not know',
      'arn:aws-iso:iam::111122223333:role/x,arn:aws-iso:iam::111122223333:saml-provider/P',
    ],
    ['a user', `arn:aws:iam::111122223333:user/x,${PROVIDER}`],
  ])('but counted as ignored for %s', (_what, value) => {
    expect(read({ roles: [value, `${ROLE},${PROVIDER}`] })).toMatchObject({ offers: [offer], ignored: 1 });
  });

  it.each(['https://www.amazonaws.cn/SAML/Attributes/Role', 'http://www.amazonaws.cn/SAML/Attributes/Role'])(
    'under the name of the China partition %s',
    (name) => {
      expect(read({ attributes: china(name) }).offers).toHaveLength(1);
    },
  );

  it('with a path and an account of zeros', () => {
    const roleArn = 'arn:aws:iam::000000000000:role/a/b/c/Reader';
    expect(read({ roles: [`${roleArn},${PROVIDER}`] }).offers[0]?.roleArn).toBe(roleArn);
  });

  it('once when they stand several times, in both orders and in two attributes', () => {
    const attributes =
      attribute('Role', `${ROLE},${PROVIDER}`, `${PROVIDER},${ROLE}`) +
      attribute('Role', `${ROLE}, ${PROVIDER}`);
    expect(read({ attributes })).toMatchObject({ offers: [offer], ignored: 0 });
  });

  it('from several partitions together', () => {
    const roles = ['aws', 'aws-cn', 'aws-us-gov'].map(
      (name) => `arn:${name}:iam::111122223333:role/R,arn:${name}:iam::111122223333:saml-provider/P`,
    );
    expect(read({ roles }).offers).toHaveLength(3);
  });

  it('all of them, as many as fit into what STS takes', () => {
    const roles = Array.from({ length: 500 }, (_, i) => `arn:aws:iam::111122223333:role/R${i},${PROVIDER}`);
    expect(read({ roles }).offers).toHaveLength(500);
  });
});

describe('what else the assertion says', () => {
  it('keeps the bytes as they came', () => {
    const base64 = samlResponse();
    expect(readAssertion(base64, NOW).base64).toBe(base64);
  });

  it('names issuer and session', () => {
    expect(read()).toMatchObject({ issuer: 'https://idp.corp.example', sessionName: 'ada' });
  });

  it('has no session name when the company gave none', () => {
    expect(read({ attributes: attribute('Role', `${ROLE},${PROVIDER}`) }).sessionName).toBeNull();
  });

  it.each([
    ['3600', 3600],
    [' 43200\n', 43_200],
    ['900', 900],
    ['899', null],
    ['43201', null],
    ['0', null],
    ['-1', null],
    ['1000000000', null],
    ['1e4', null],
    ['0x1000', null],
    ['12h', null],
    ['3600.5', null],
    ['', null],
  ])('reads a session duration of "%s" as %s', (value, seconds) => {
    const attributes = attribute('Role', `${ROLE},${PROVIDER}`) + attribute('SessionDuration', value);
    expect(read({ attributes }).sessionDurationSeconds).toBe(seconds);
  });

  it('takes two session durations for none', () => {
    const attributes =
      attribute('Role', `${ROLE},${PROVIDER}`) + attribute('SessionDuration', '3600', '7200');
    expect(read({ attributes }).sessionDurationSeconds).toBeNull();
  });

  it('has the attributes of its own statements only', () => {
    const foreign = `<saml:Advice>${attribute('RoleSessionName', 'eve')}</saml:Advice>`;
    expect(read({ inside: foreign }).sessionName).toBe('ada');
  });
});
