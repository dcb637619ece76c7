/** What a pass's sections should be, and generated config files of the nastier kinds, for tests. */
import fc from 'fast-check';
import type { WantedSection } from './own-section.ts';

export const TAG = 'a1b2c3';

/** Ids of passes have no dot and no @. */
const passFor = (name: string) => `pass-${name.replace(/\W/g, '_')}`;

export const profile = (name: string, pass = passFor(name), region = 'eu-west-1'): WantedSection => ({
  name: `profile ${name}`,
  pass,
  options: [
    { key: 'credential_process', value: `/home/ada/.daypass/bin/daypass credentials ${pass}` },
    { key: 'region', value: region },
  ],
});

/** As of an organisation with an S3 of its own: two sections. */
export const withServices = (name: string, url = 'https://s3.corp.example'): WantedSection[] => {
  const { options, ...rest } = profile(name);
  return [
    { ...rest, options: [...options, { key: 'services', value: `daypass-${name}` }] },
    {
      name: `services daypass-${name}`,
      pass: rest.pass,
      options: [{ key: 's3', value: '', inner: { key: 'endpoint_url', value: url } }],
    },
  ];
};

const nastyLines = [
  '',
  ' ',
  '\t',
  '# a comment = with a sign',
  ';[profile commented]',
  '[default]',
  '[profile other]',
  '[profile "quoted name"]',
  '[profile other] # trailing',
  '  [profile indented]',
  '[ profile spaced ]',
  '[DEFAULT]',
  '[]',
  '[profile unclosed',
  '[services daypass]',
  'region = us-east-1',
  'region: us-east-1',
  'aws_session_token = ab#cd;ef==',
  's3 =',
  '  max_concurrent_requests = 20',
  '\taddressing_style\t=\tpath',
  '    a line without a sign',
  'key_without_value',
  '= value without key',
  'a = b = c',
  'name = Zo\xc3\xab',
  'latin = \xe9\xff\x80',
  '\xc2\xa0region = behind a hard space',
  '\x1cregion = behind a separator',
  '# Daypass a1b2c3 keeps',
  '# Daypass ffffff keeps profile other for the pass elsewhere (change or remove it there).',
  '# before Daypass| [profile gone]',
  '\xef\xbb\xbf[profile marked]',
  'credential_process = /bin/false',
];
const ends = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
const anyByte = fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code));
const noise = fc.array(anyByte, { maxLength: 12 }).map((bytes) => bytes.join(''));
const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...nastyLines) },
  { weight: 1, arbitrary: noise },
);

/** Byte strings, with or without a mark, in one kind of line end or in all of them. */
export const configBytes: fc.Arbitrary<string> = fc
  .record({
    mark: fc.constantFrom('', '', '', '\xef\xbb\xbf'),
    lines: fc.array(line, { maxLength: 14 }),
    end: fc.option(ends, { nil: null }),
    mixed: fc.array(ends, { minLength: 14, maxLength: 14 }),
    last: fc.boolean(),
  })
  .map(({ mark, lines, end, mixed, last }) => {
    const written = lines.map((text, at) => text + (at < lines.length - 1 || last ? (end ?? mixed[at]) : ''));
    return mark + written.join('');
  });
