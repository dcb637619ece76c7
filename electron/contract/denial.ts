/**
 * What AWS says about an access that it refused: only words for a person, read from a message that came from
 * outside. Nothing is decided by it. Pure.
 */
import { z } from 'zod';

export const policyKinds = [
  'identity',
  'resource',
  'serviceControl',
  'resourceControl',
  'boundary',
  'session',
  'endpoint',
  'unknown',
] as const;

export const PolicyKind = z.enum(policyKinds);
export type PolicyKind = z.infer<typeof PolicyKind>;

export const Denial = z.strictObject({
  /** Such as `s3:ListBucket`; null where AWS did not say, as in all that follows. */
  action: z.string().max(200).nullable(),
  resource: z.string().max(1600).nullable(),
  principal: z.string().max(600).nullable(),
  policyKind: PolicyKind,
  /** A policy says no. False: none says yes, or AWS did not tell. */
  explicit: z.boolean(),
  /** The policy that says no, where AWS names it. */
  policyArn: z.string().max(600).nullable(),
  /** It is the key that the object is encrypted with, not the object. */
  kms: z.boolean(),
  /** When, by AWS's own clock, epoch ms. */
  answeredAt: z.number().nullable(),
});
export type Denial = z.infer<typeof Denial>;
