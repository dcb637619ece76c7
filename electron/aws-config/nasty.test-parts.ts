/**
 * Config files by hand, of the kinds that are really found and of those that nobody should make: what is in
 * them, and what becomes of them when the pass `reports` gets a profile of that name.
 */

/** `above`: what is added before our header. `taken`: the line of the section that is in the way. */
export type Expected = { above: string; end?: string } | { taken: number };

const blank: Expected = { above: '\n' };
const DEFAULT = '[default]\nregion = us-east-1\n';

export const nastyFiles: [what: string, bytes: string, expected: Expected][] = [
  ['empty', '', { above: '' }],
  ['one line end', '\n', blank],
  ['spaces without an end', '   ', { above: '\n' }],
  ['plain', DEFAULT, blank],
  ['no final newline', DEFAULT.trimEnd(), { above: '\n' }],
  ['three blank lines at the end', `${DEFAULT}\n\n\n`, blank],
  ['Windows line ends', DEFAULT.replaceAll('\n', '\r\n'), { above: '\r\n', end: '\r\n' }],
  ['Windows line ends, no final one', '[default]\r\nregion = x', { above: '\r\n', end: '\r\n' }],
  ['line ends of an old Mac', DEFAULT.replaceAll('\n', '\r'), { above: '\r', end: '\r' }],
  ['mixed line ends', '[default]\r\nregion = x\noutput = json\r\n', { above: '\r\n', end: '\r\n' }],
  ['a carriage return at the very end', '[default]\nregion = x\r', { above: '\r', end: '\r' }],
  ['a byte order mark alone', '\xef\xbb\xbf', { above: '' }],
  ['a byte order mark before a header', `\xef\xbb\xbf${DEFAULT}`, blank],
  ['a byte order mark before ours of that name', '\xef\xbb\xbf[profile reports]\nregion = x\n', { taken: 1 }],
  ['comments of both kinds', `# one\n; two\n${DEFAULT}# three = 3\n`, blank],
  ['comments only', '# nothing here yet', { above: '\n' }],
  ['an indented comment in a value', '[default]\ns3 =\n  a = 1\n  # note\n  b = 2\n', blank],
  ['nested values', '[default]\ns3 =\n  max_queue_size = 5\n\taddressing_style = path\n', blank],
  ['nested values at the very end', '[default]\ns3 =\n  max_queue_size = 5', { above: '\n' }],
  ['tabs everywhere', '\t[default]\t\n\t\tregion\t=\tx\t\n', blank],
  ['all indented', '  [default]\n    region = x\n  [profile b]\n    region = y\n', blank],
  ['colons for signs', '[default]\nregion: us-east-1\nrole_arn: arn:aws:iam::1:role/x\n', blank],
  ['signs in values', '[default]\naws_session_token = ab#cd;ef==\nx = [profile reports]\n', blank],
  ['the same section twice', '[profile a]\nregion = x\n[profile a]\nregion = y\n', blank],
  ['the same key twice', '[profile a]\nregion = x\nregion = y\n', blank],
  ['options before any section', 'region = x\n[default]\n', blank],
  ['a line that says nothing', '[default]\nwhat is this\n', blank],
  ['an unclosed header', '[default]\nregion = x\n[profile reports\nregion = y\n', blank],
  ['not UTF-8', '[profile Zo\xeb]\nname = \xff\xfe\n', blank],
  ['UTF-8', '[profile Zo\xc3\xab]\nname = \xe9\x83\xa8\xe9\x96\x80\n', blank],
  ['a hard space before a header', '\xc2\xa0[profile reports]\nregion = x\n', { taken: 1 }],
  ['control signs', '[default]\nname = \x1b[31mred\x07\n\x0c[profile b]\nregion = x\n', blank],
  ['a very long line', `[default]\nnote = ${'x'.repeat(70_000)}\n`, blank],
  [
    'thousands of sections',
    Array.from({ length: 3000 }, (_, n) => `[profile p${n}]\nregion = x\n`).join(''),
    blank,
  ],
  ['names of a language’s own', '[profile __proto__]\nconstructor = x\n[profile toString]\n', blank],
  ['ours in quotes', `${DEFAULT}[profile "reports"]\nregion = x\n`, { taken: 3 }],
  ['ours in many spaces', '[ profile \t reports ]\nregion = x\n', { taken: 1 }],
  ['ours with a comment behind', '[profile reports] # mine [really]\nregion = x\n', { taken: 1 }],
  ['ours indented below an option', '[default]\nregion = x\n  [profile reports]\n', { taken: 3 }],
  ['ours with keys in it', '[profile reports]\naws_access_key_id = AKIAEXAMPLE\n', { taken: 1 }],
  ['a name that only begins like ours', '[profile reports-old]\n[profile Reports]\n[reports]\n', blank],
  ['ours commented out', '# [profile reports]\n# region = x\n', blank],
  ['commands of others, never run', '[default]\ncredential_process = rm -rf /tmp/nothing\n', blank],
  ['roles in a circle', '[profile a]\nsource_profile = b\n[profile b]\nsource_profile = a\n', blank],
  [
    'another tool’s sections',
    '[sso-session corp]\nsso_region = x\n[plugins]\ncli = y\n[preview]\nz = 1\n',
    blank,
  ],
  [
    'a marker of another Daypass',
    '[profile b]\n# Daypass ffffff keeps profile b for the pass b (x).\nregion = x\n',
    blank,
  ],
  [
    'a marker without its section',
    '# Daypass a1b2c3 keeps profile reports for the pass p (x).\n[default]\n',
    blank,
  ],
];
