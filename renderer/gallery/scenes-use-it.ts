/** Scenes of a pass in the person's own tools. */
import type { AwsProfileView, SetAwsProfileAnswer } from '../../electron/contract/aws-profile.ts';
import type { HandoutView, WiringReport, WiringStep } from '../../electron/contract/handout.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { at, calm, passes, reports } from './people.ts';
import { type Scene, showing } from './scene.ts';

const CONFIG = '/home/maya/.aws/config';
const line = (number: number, text: string, ours = false) => ({ number, text, ours });

const there: AwsProfileView = {
  file: CONFIG,
  name: 'reports',
  suggested: 'reports',
  state: 'ours',
  line: 42,
  lines: [
    line(40, 'region = eu-central-1'),
    line(41, ''),
    line(42, '[profile reports]', true),
    line(
      43,
      '# Daypass 3f9c1e keeps profile reports for the pass reports (change or remove it there).',
      true,
    ),
    line(44, 'credential_process = /home/maya/.daypass/bin/daypass credentials reports', true),
    line(45, 'region = eu-west-1', true),
    line(46, ''),
    line(47, '# analytics, keep'),
  ],
  otherLines: 0,
  alsoInCredentialsFile: false,
  failure: null,
};
const none: AwsProfileView = { ...there, name: null, state: 'none', line: null, lines: [] };
const taken: SetAwsProfileAnswer = {
  kind: 'taken',
  file: CONFIG,
  line: 12,
  byPass: null,
  lines: [
    line(10, 'output = json'),
    line(11, ''),
    line(12, '[profile reports]'),
    line(13, 'sso_session = larkfield'),
    line(14, 'sso_account_id = 111122223333'),
    line(15, 'sso_role_name = ReportsReader'),
    line(16, ''),
  ],
};

const step = (
  kind: WiringStep['kind'],
  detail: string | null = null,
  state: WiringStep['state'] = 'ok',
  fix: string | null = null,
): WiringStep => ({ kind, state, detail, fix });
const good: WiringStep[] = [
  step('profile', 'Line 42 of ~/.aws/config.'),
  step('command', '/home/maya/.daypass/bin/daypass'),
  step('answer'),
  step('aws', 'arn:aws:sts::111122223333:assumed-role/S3AccessRole/alex.example'),
  step('shadow'),
];
const report = (steps: WiringStep[]): WiringReport => ({
  checkedAt: at - 2000,
  tookMs: 41,
  identity: 'arn:aws:sts::111122223333:assumed-role/S3AccessRole/alex.example',
  steps,
});
const shadowed = report([
  ...good.slice(0, 4),
  step(
    'shadow',
    'AWS_ACCESS_KEY_ID is set in ~/.zshrc, line 12. Tools use that instead.',
    'warning',
    'unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY',
  ),
]);
const broken = report([
  step('profile', 'Line 42 of ~/.aws/config.'),
  step(
    'command',
    '/home/maya/.daypass/bin/daypass is not there. Restart Daypass: it is written at every start.',
    'failed',
  ),
  step('answer', 'No session now. A tool that asks makes you sign in first.', 'skipped'),
  step('aws', 'AWS is asked once the steps before are right.', 'skipped'),
  step('shadow'),
]);

const ago = (minutes: number, seconds = 0) => at - minutes * 60_000 - seconds * 1000;
const handout = (part: Partial<HandoutView>): HandoutView => ({
  at,
  pass: reports.id,
  way: 'command',
  tool: 'aws',
  times: 1,
  waitedMs: 0,
  ...part,
});
const handouts = [
  handout({ at: ago(0, 2) }),
  handout({ at: ago(15, 40), tool: 'terraform-provider-aws', times: 16 }),
  handout({ at: ago(40), way: 'endpoint', tool: null }),
  handout({ at: ago(147, 49), way: 'copied', tool: null }),
  handout({ at: ago(287, 53), way: 'exec', tool: 'zsh', waitedMs: 14_000 }),
];

const using = (part: Partial<Snapshot> = {}): Snapshot => showing('reports', { handouts, ...part });
const open = { press: '.head button[aria-pressed]' };
const check = { press: '.use-head .btn' };
const add = { press: '.use-name .btn.primary' };
const copied = { pass: 'reports', format: 'fish', clearsAt: at + 48_000 } as const;
const offPath = { ...calm.command, onPath: false };

export const useItScenes = {
  'use-it': { snapshot: using(), profile: there, report: report(good), acts: [open, check] },
  'use-it-warning': {
    snapshot: using({
      clipboard: copied,
      command: offPath,
      preferences: { ...calm.preferences, copyFormat: 'fish' },
    }),
    profile: there,
    report: shadowed,
    acts: [open, check],
  },
  'use-it-new': { snapshot: using({ handouts: [] }), profile: none, acts: [open] },
  'use-it-rename': { snapshot: using(), profile: there, acts: [open, { press: '.use-standing .btn' }] },
  'use-it-taken': { snapshot: using(), profile: none, answer: taken, acts: [open, add] },
  'use-it-default': {
    snapshot: using(),
    profile: { ...none, suggested: 'default' },
    answer: { kind: 'isDefault', file: CONFIG },
    acts: [open, add],
  },
  'use-it-changed': {
    snapshot: using({
      passes: passes.map((pass) => ({ ...pass, endpoint: pass.id === 'reports' })),
      app: { ...calm.app, clipboardHistory: 'notExcluded' },
    }),
    profile: { ...there, state: 'changed', otherLines: 1, alsoInCredentialsFile: true },
    acts: [open],
  },
  'use-it-refused': {
    snapshot: using(),
    profile: {
      ...none,
      state: 'refused',
      failure: {
        code: 'aws-config-refused',
        retry: 'now',
        subject: CONFIG,
        raw: 'It belongs to somebody else.',
      },
    },
    acts: [open],
  },
  'use-it-ended': {
    snapshot: showing('sandbox', {
      passes: passes.map((pass) => ({ ...pass, managed: pass.id === 'sandbox' })),
    }),
    profile: there,
    report: broken,
    acts: [open, check],
  },
  'use-it-no-command': {
    snapshot: using({
      command: {
        ...offPath,
        failure: { code: 'command-not-ready', retry: 'never', raw: 'EACCES: /home/maya/.daypass/bin' },
      },
    }),
    profile: none,
    acts: [open],
  },
  'use-it-loading': { snapshot: using(), acts: [open] },
  'use-it-small': { snapshot: using(), profile: there, report: report(good), acts: [open, check] },
  'use-it-zoomed': { snapshot: using(), profile: there, acts: [open] },
} as const satisfies Record<string, Scene>;

/** What main makes of the formats, for the two that are shown. */
export function linesAs(format: string): string {
  const unset = 'AWS_PROFILE AWS_DEFAULT_PROFILE AWS_SECURITY_TOKEN AWS_ENDPOINT_URL_S3';
  const variables = [
    ['AWS_ACCESS_KEY_ID', '••••••••••••'],
    ['AWS_SECRET_ACCESS_KEY', '••••••••'],
    ['AWS_SESSION_TOKEN', '••••••••'],
    ['AWS_CREDENTIAL_EXPIRATION', '2026-10-02T16:42:07Z'],
    ['AWS_REGION', 'eu-west-1'],
    ['AWS_DEFAULT_REGION', 'eu-west-1'],
  ];
  if (format === 'fish')
    return [` set -e ${unset}`, ...variables.map(([name, value]) => ` set -gx ${name} '${value}'`)].join(
      '\n',
    );
  return [` unset ${unset}`, ...variables.map(([name, value]) => ` export ${name}='${value}'`)].join('\n');
}
