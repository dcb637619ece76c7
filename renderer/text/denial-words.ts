/** A refusal of AWS as one sentence, the next step, and what it may be where AWS does not say. Pure. */
import type { Denial } from '../../electron/contract/denial.ts';
import type { Scope } from '../../electron/contract/scope.ts';
import { type Asked, askedAction } from './asked-access.ts';

/** `{before}{policy}{refuses} ACTION{on}NAME{whom}.` and then `next`, all ready to be put together. */
export interface DenialWords {
  before: string;
  policy: string;
  refuses: string;
  action: string;
  on: string;
  /** Bucket or key as a person knows it; empty for the list of buckets. */
  name: string;
  whom: string;
  next: string;
}

type Said = Pick<DenialWords, 'before' | 'policy' | 'refuses' | 'whom' | 'next'>;

/** `scope`: of the session that was refused. */
export function denialWords(asked: Asked, denial: Denial | undefined, scope: Scope): DenialWords {
  const action = denial?.kms ? (denial.action ?? 'kms:Decrypt') : askedAction(asked);
  const name = askedName(asked);
  const on = name === '' ? '' : denial?.kms ? ', needed to read ' : ' on ';
  return { action, on, name, ...said(denial, scope) };
}

/** The same sentence where nothing can be set apart. */
export function denialSentence(words: DenialWords): string {
  const { before, policy, refuses, action, on, name, whom } = words;
  return `${before}${policy}${refuses} ${action}${on}${name}${whom}.`;
}

function askedName(asked: Asked): string {
  if (asked.kind === 'buckets') return '';
  return 'key' in asked ? `${asked.bucket}/${asked.key}` : asked.bucket;
}

function said(denial: Denial | undefined, scope: Scope): Said {
  const explicit = denial?.explicit ?? false;
  const refuses = explicit ? ' refuses' : ' does not allow';
  const role = ' for this role';
  switch (denial?.policyKind) {
    case 'identity':
      return {
        before: explicit ? 'A ' : 'No ',
        policy: 'policy of the role',
        refuses: explicit ? ' refuses' : ' allows',
        whom: '',
        next: 'Ask the administrator of the account to allow it for the role.',
      };
    case 'resource':
      return denial.kms
        ? {
            before: 'The ',
            policy: 'policy of its KMS key',
            refuses,
            whom: `,${role}`,
            next: 'Ask whoever runs the key to let the role decrypt with it.',
          }
        : {
            before: 'The ',
            policy: 'bucket’s own policy',
            refuses,
            whom: role,
            next: 'Ask the owner of the bucket.',
          };
    case 'serviceControl':
      return {
        before: explicit ? 'A ' : 'No ',
        policy: 'service control policy',
        refuses: explicit ? ' of your company refuses' : ' of your company allows',
        whom: ' for any role in this account',
        next: 'Ask the people who run your company’s AWS organisation.',
      };
    case 'resourceControl':
      return {
        before: 'A ',
        policy: 'resource control policy',
        refuses: ' of your company refuses',
        whom: ', whoever asks',
        next: 'Ask the people who run your company’s AWS organisation.',
      };
    case 'boundary':
      return {
        before: 'The ',
        policy: 'permissions boundary',
        refuses: ` of the role${refuses}`,
        whom: '',
        next: 'Ask whoever set the boundary: a wider policy of the role would not help.',
      };
    case 'session':
      return scope === 'read-only'
        ? {
            before: 'The ',
            policy: 'read-only scope',
            refuses: ` of this sign-in${refuses}`,
            whom: '',
            next: 'Sign in to this pass with its full scope.',
          }
        : {
            before: 'A ',
            policy: 'session policy',
            refuses: `, given at the sign-in,${refuses}`,
            whom: '',
            next: 'Ask the administrator what sign-ins to this role are held down to.',
          };
    case 'endpoint':
      return {
        before: 'The ',
        policy: 'VPC endpoint',
        refuses: ` that your network reaches S3 through${refuses}`,
        whom: '',
        next: 'Try from another network, or ask the people who run this one.',
      };
    default:
      return {
        before: '',
        policy: 'AWS',
        refuses: ' refuses',
        whom: `${denial?.kms ? ',' : ''}${role} and does not say by which policy`,
        next: 'Ask the administrator of the account.',
      };
  }
}

/** What a refusal without a reason mostly is; empty where AWS gave the reason. */
export function likelyCauses(asked: Asked, denial: Denial | undefined): string[] {
  if (asked.kind === 'buckets' || (denial && (denial.policyKind !== 'unknown' || denial.kms))) return [];
  return [
    'The bucket belongs to another company: AWS tells its reasons within one organisation only.',
    'Whoever asks is to pay (Requester Pays). Daypass never agrees to pay by itself.',
    !('key' in asked)
      ? 'The role may list below another folder only.'
      : 'The object is not there: who may not list is told no instead of not found.',
    ...(asked.kind === 'read' || asked.kind === 'readVersion'
      ? ['It is encrypted with a key that the role may not use.']
      : []),
  ];
}

/** Signing in again helps only where the sign-in itself holds the session down. */
export function signingInHelps(denial: Denial | undefined, scope: Scope): boolean {
  return denial?.policyKind === 'session' && scope === 'read-only';
}
