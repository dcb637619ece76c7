import { expect, test } from 'vitest';
import { quietSnapshot } from '../contract/snapshot.test-parts.ts';
import { type DiagnosticFacts, diagnosticsText } from './diagnostics.ts';
import { nothingMore } from './happening.ts';

/** One of each kind that must never leave the machine, as it might stand in a raw answer or a log line. */
const secrets = {
  'an access key id': 'ASIADEMO12345678ABCD',
  'a secret access key': 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  'a session token': 'FwoGZXIvYXdzEBcaDHN0cmluZw9'.repeat(8),
  'an assertion': 'PHNhbWxwOlJlc3BvbnNlIHhtbG5zOnNhbWxwPSJ1cm4'.repeat(4),
  'a bearer': 'abcdef0123456789.bearer-of-the-proxy',
  'a web token': 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGV4In0.c2lnbmF0dXJl',
  'a password': 'correct-horse-battery',
  'a query': 'code-that-opens-the-door',
  'a fragment': 'access-fragment-value',
  'a user in an address': 'proxy-user-word',
} as const;
const secretText = [
  `key ${secrets['an access key id']}`,
  `AWS_SECRET=${secrets['a secret access key']}`,
  `lone ${secrets['a secret access key']} word`,
  `token ${secrets['a session token']}`,
  `SAMLResponse=${secrets['an assertion']}`,
  `Proxy-Authorization: Bearer ${secrets['a bearer']}`,
  secrets['a web token'],
  `"password":"${secrets['a password']}"`,
  `at https://idp.corp.example/login?otp=${secrets['a query']} and https://a.example/#${secrets['a fragment']}`,
  `proxy http://alex:${secrets['a user in an address']}@proxy.corp.example:3128/`,
].join('\n');
const failure = { code: 'internal', retry: 'now', raw: secretText, subject: secretText } as const;

const place = (bucket: string) => ({ pass: 'reports', bucket, prefix: 'q3/' });

function facts(): DiagnosticFacts {
  return {
    snapshot: quietSnapshot({
      app: { ...quietSnapshot().app, settingsFile: `/home/alex/${secrets['a password']}/settings.json` },
      signin: { kind: 'failed', organisation: 'corp', failure },
      keychain: { kind: 'locked' },
      places: { bookmarks: [place('bookmarked-here')], recents: [place('was-here-before')] },
      notices: [{ id: 'n', failure }],
    }),
    organisations: [
      {
        id: 'corp',
        name: 'Corp',
        signInUrl: `https://idp.corp.example/sso/${secrets['a password']}?app=${secrets['a query']}`,
        region: 'eu-west-1',
        endpoints: { sts: `https://sts.corp.example/${secrets['a query']}`, s3: 'http://127.0.0.1:9000' },
      },
    ],
    activities: [
      { ...nothingMore, id: 1, at: 0, kind: 'signinFailed', detail: secretText, failure },
      { ...nothingMore, id: 2, at: 1, kind: 'sessionBegan', pass: { id: 'p', label: 'Reports' } },
    ],
    logLines: ['{"event":"started"}', ...secretText.split('\n'), 'Error at /home/alex/daypass/main.js:1'],
    versions: { electron: '45.4.1', chrome: '140', node: '22' },
    system: 'Linux 6.1.0 x64 GNOME',
    home: '/home/alex',
  };
}

test.each(Object.entries(secrets))('%s is nowhere in it', (_what, secret) => {
  const text = diagnosticsText(facts());
  expect(text).not.toContain(secret);
  // Nor its longer part, where a pattern cut off one end only.
  expect(text).not.toContain(secret.slice(Math.ceil(secret.length / 2)));
});

test('what support needs is there: versions, hosts, counts, what happened, the log’s end', () => {
  const text = diagnosticsText(facts());
  for (const part of [
    'version 1.0.0',
    'Linux 6.1.0 x64 GNOME',
    'electron 45.4.1',
    'corp: sign-in at idp.corp.example, eu-west-1, STS at sts.corp.example, S3 at 127.0.0.1:9000',
    '0 passes; sessions: 0 active, 0 ended, 0 none',
    'keychain locked',
    '1970-01-01T00:00:00.001Z · sessionBegan · Reports',
    '{"event":"started"}',
  ])
    expect(text).toContain(part);
});

test('the home folder is not told', () => {
  expect(diagnosticsText(facts())).toContain('Error at ~/daypass/main.js:1');
  expect(diagnosticsText(facts())).not.toContain('/home/alex');
});

test('names of roles and request ids stay readable', () => {
  const made = facts();
  const line = 'arn:aws:iam::111122223333:role/aws-reserved/AWSReservedSSO_ReadOnlyAccess_0f3c9a1b2d4e5f60';
  const id = 'request 0d1c4a2e-2b1f-4b57-9a0c-6f5b1c2d3e4f';
  expect(diagnosticsText({ ...made, logLines: [line, id] })).toContain(`${line}\n  ${id}`);
});

test('places stay on this machine', () => {
  const text = diagnosticsText(facts());
  expect(text).not.toContain('bookmarked-here');
  expect(text).not.toContain('was-here-before');
});
