import { describe, expect, it } from 'vitest';
import { LONGEST_POLICY_CHARACTERS, sessionPolicies } from './session-policy.ts';

describe('the session policies of a scope', () => {
  it('are none for the full one', () => {
    expect(sessionPolicies('full', 'aws')).toBeNull();
  });

  it.each(['aws', 'aws-cn', 'aws-us-gov', 'aws-eusc'] as const)(
    'of a read-only one are ReadOnlyAccess of %s and a Deny of writes',
    (partition) => {
      const policies = sessionPolicies('read-only', partition);
      expect(policies?.PolicyArns).toEqual([{ arn: `arn:${partition}:iam::aws:policy/ReadOnlyAccess` }]);
      expect(policies?.Policy.length).toBeLessThanOrEqual(LONGEST_POLICY_CHARACTERS);
      expect(JSON.parse(policies?.Policy ?? '')).toEqual({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 'kms:Decrypt',
            Resource: '*',
            Condition: { StringLike: { 'kms:ViaService': 's3.*' } },
          },
          {
            Effect: 'Deny',
            Action: ['s3:Put*', 's3:Delete*', 's3:Abort*', 's3:Restore*'],
            Resource: '*',
          },
        ],
      });
    },
  );
});
