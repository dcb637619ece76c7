/** Scenes of what AWS refused: one for each kind of policy, and what is no policy at all. */
import type { Denial, PolicyKind } from '../../electron/contract/denial.ts';
import type { Failure } from '../../electron/contract/failure.ts';
import { at, calm } from './people.ts';
import { type Scene, showing } from './scene.ts';
import { exportsFolder } from './shelves.ts';

const principal = 'arn:aws:sts::111122223333:assumed-role/S3AccessRole/alex.example';
const payroll = { bucket: 'lark-payroll-exports', prefix: '2026/09/' };
const summary = `${exportsFolder.place.prefix}summary.csv`;
const guardrail = 'arn:aws:organizations::555566667777:policy/o-larkfield/service_control_policy/p-payroll0';

function denied(
  policyKind: PolicyKind,
  reason: string,
  action: string,
  resource: string,
  part: Partial<Denial> = {},
): Failure {
  return {
    code: part.kms ? 's3-kms-denied' : 's3-access-denied',
    retry: 'never',
    requestId: '7KQ2EXAMPLE4N9XW',
    raw: `403 AccessDenied\nUser: ${principal} is not authorized to perform: ${action} on resource: "${resource}" ${reason}`,
    denial: {
      ...{ action, resource, principal, policyKind, kms: false, policyArn: null, answeredAt: at },
      explicit: reason.startsWith('with'),
      ...part,
    },
  };
}
const listing = (kind: PolicyKind, reason: string, part: Partial<Denial> = {}): Scene => ({
  snapshot: calm,
  place: payroll,
  s3: {
    kind: 'failing',
    failure: denied(kind, reason, 's3:ListBucket', `arn:aws:s3:::${payroll.bucket}`, part),
  },
});
const reading = (failure: Failure): Scene => ({
  snapshot: calm,
  place: exportsFolder.place,
  browser: { cursor: summary, facts: summary },
  readRefused: { pass: 'reports', bucket: 'lark-reports-prod', key: summary, failure },
});

const key = 'arn:aws:kms:eu-west-1:111122223333:key/5ea1ed00-0001-4000-8000-000000000001';
const byKey = denied(
  'resource',
  'because no resource-based policy allows the kms:Decrypt action',
  'kms:Decrypt',
  key,
  { kms: true },
);
const noReason: Failure = {
  code: 's3-access-denied',
  retry: 'never',
  requestId: '7KQ2EXAMPLE4N9XW',
  raw: '403 AccessDenied\nAccess Denied',
  denial: {
    ...{ action: null, resource: null, principal: null, policyKind: 'unknown', explicit: false },
    ...{ policyArn: null, kms: false, answeredAt: at },
  },
};
const scp = listing('serviceControl', `with an explicit deny in a service control policy: ${guardrail}`, {
  policyArn: guardrail,
});
export const deniedScenes = {
  'denied-identity': listing('identity', 'because no identity-based policy allows the s3:ListBucket action'),
  'denied-bucket-policy': listing('resource', 'with an explicit deny in a resource-based policy'),
  'denied-service-control': scp,
  'denied-resource-control': listing('resourceControl', 'with an explicit deny in a resource control policy'),
  'denied-boundary': listing('boundary', 'because no permissions boundary allows the s3:ListBucket action'),
  'denied-session': {
    ...listing('session', 'because no session policy allows the s3:ListBucket action'),
    snapshot: showing('lake-audit'),
  },
  'denied-endpoint': listing('endpoint', 'because no VPC endpoint policy allows the s3:ListBucket action'),
  'denied-no-reason': { snapshot: calm, place: payroll, s3: { kind: 'failing', failure: noReason } },
  'main-you-pay': { snapshot: calm, place: exportsFolder.place, pays: 'lark-reports-prod' },
  'denied-zoomed': scp,
  'denied-other-region': {
    snapshot: calm,
    place: payroll,
    s3: {
      kind: 'failing',
      failure: {
        code: 's3-other-region',
        retry: 'never',
        subject: 'eu-central-1',
        raw: '301 PermanentRedirect\nThe bucket you are attempting to access must be addressed using the specified endpoint.',
      },
    },
  },
  'denied-object': reading(
    denied(
      'identity',
      'because no identity-based policy allows the s3:GetObject action',
      's3:GetObject',
      `arn:aws:s3:::lark-reports-prod/${summary}`,
    ),
  ),
  'denied-object-no-reason': reading(noReason),
  'denied-object-key': reading(byKey),
  'denied-object-key-unusable': reading({
    code: 's3-key-unusable',
    retry: 'never',
    subject: summary,
    raw: `400 KMS.DisabledException\n${key} is disabled.`,
  }),
  'denied-object-archived': reading({
    code: 's3-archived',
    retry: 'never',
    subject: 'DEEP_ARCHIVE',
    raw: '403 InvalidObjectState\nThe operation is not valid for the object’s storage class',
  }),
} as const satisfies Record<string, Scene>;
