// STS's answers as XML (STS API reference, query protocol, version 2011-06-15).

import { createHash } from 'node:crypto';
import type { DemoSession } from '../session-token.ts';
import { element } from '../xml.ts';
import type { AssumedRole } from './assume-role.ts';
import type { ChainedRole } from './chain-role.ts';
import type { StsError } from './errors.ts';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

export function assumedRoleXml(assumed: AssumedRole, requestId: string): string {
  const { session, facts } = assumed;
  const packed = assumed.packedPolicyPercent;
  return answer('AssumeRoleWithSAML', requestId, [
    element('Issuer', facts.issuer),
    ...givenXml(session),
    element('Audience', facts.recipient),
    element('SubjectType', 'persistent'),
    element('Subject', facts.subject),
    element('NameQualifier', assumed.nameQualifier),
    packed === undefined ? '' : element('PackedPolicySize', packed),
  ]);
}

export function chainedRoleXml({ session, packedPolicyPercent }: ChainedRole, requestId: string): string {
  return answer('AssumeRole', requestId, [
    ...givenXml(session),
    packedPolicyPercent === undefined ? '' : element('PackedPolicySize', packedPolicyPercent),
  ]);
}

function givenXml(session: DemoSession & { token: string }): string[] {
  const who = assumedRoleUser(session);
  return [
    `<AssumedRoleUser>${element('AssumedRoleId', who.id)}${element('Arn', who.arn)}</AssumedRoleUser>`,
    '<Credentials>',
    element('AccessKeyId', session.accessKeyId),
    element('SecretAccessKey', session.secretAccessKey),
    element('SessionToken', session.token),
    element('Expiration', new Date(session.expiresAt).toISOString().replace('.000Z', 'Z')),
    '</Credentials>',
  ];
}

export function callerIdentityXml(session: DemoSession, requestId: string): string {
  const who = assumedRoleUser(session);
  return answer('GetCallerIdentity', requestId, [
    element('Arn', who.arn),
    element('UserId', who.id),
    element('Account', who.account),
  ]);
}

export function errorXml(error: StsError, requestId: string): string {
  return [
    `<ErrorResponse xmlns="${NAMESPACE}"><Error>${element('Type', 'Sender')}${element('Code', error.code)}`,
    `${element('Message', error.message)}</Error>${element('RequestId', requestId)}</ErrorResponse>`,
  ].join('');
}

/** An assumed-role ARN has the role's name without its path, then the session name. */
export function assumedRoleUser(session: Pick<DemoSession, 'roleArn' | 'sessionName'>) {
  const [, , , , account = '', resource = ''] = session.roleArn.split(':');
  const roleName = resource.split('/').at(-1) ?? '';
  const hash = createHash('sha256').update(session.roleArn).digest('hex').toUpperCase().slice(0, 17);
  return {
    account,
    arn: `arn:aws:sts::${account}:assumed-role/${roleName}/${session.sessionName}`,
    id: `AROA${hash}:${session.sessionName}`,
  };
}

function answer(action: string, requestId: string, result: string[]): string {
  return [
    `<${action}Response xmlns="${NAMESPACE}"><${action}Result>`,
    ...result,
    `</${action}Result><ResponseMetadata>${element('RequestId', requestId)}</ResponseMetadata></${action}Response>`,
  ].join('');
}
