/** Which part may know which: every import of the project is held against the rules of the house. */
import { describe, expect, test } from 'vitest';
import { type Import, readSources, type Source } from './sources.ts';

const FOLDERS = ['electron', 'renderer', 'demo', 'scripts', 'tests', 'bench'];
const sources = readSources(FOLDERS, /\.(ts|tsx|mjs|cjs)$/);
const app = sources.filter(({ file, isTest }) => /^(electron|renderer|demo)\//.test(file) && !isTest);

interface Rule {
  says: string;
  concerns: (source: Source) => boolean;
  forbids: (wanted: Import, source: Source) => boolean;
}

const inside = (folder: string) => (source: Source) => source.file.startsWith(`${folder}/`) && !source.isTest;
const isPure = ({ header, file, isTest }: Source) =>
  !isTest && file.startsWith('electron/') && /\bPure\b/.test(header);
const reaches = (wanted: Import, folder: string) => wanted.file?.startsWith(`${folder}/`) ?? false;
const isOutside = (wanted: Import) => wanted.file === null;
const part = (file: string, depth: number) => file.split('/').slice(0, depth).join('/');
const byFile = new Map(sources.map((source) => [source.file, source]));

const WORLDS: [string, RegExp][] = [
  ['Electron', /^electron$/],
  ['the keychain', /^keytar$/],
  ['AWS', /^@(aws-sdk|smithy)\//],
];

const rules: Rule[] = [
  {
    says: 'the contract imports itself and the schema library only',
    concerns: inside('electron/contract'),
    forbids: (wanted) => !reaches(wanted, 'electron/contract') && wanted.from !== 'zod',
  },
  {
    says: 'a pure file imports no Electron, no Node and no SDK',
    concerns: isPure,
    forbids: (wanted) =>
      !wanted.typeOnly &&
      /^(electron|keytar|node:|@aws-sdk\/|@smithy\/)/.test(wanted.from) &&
      wanted.from !== 'node:crypto',
  },
  {
    says: 'a pure file imports only pure files, the contract and lib',
    concerns: isPure,
    forbids: (wanted) => {
      if (wanted.typeOnly || wanted.file === null || reaches(wanted, 'electron/contract')) return false;
      const other = byFile.get(wanted.file);
      return other !== undefined && !isPure(other) && !reaches(wanted, 'electron/lib');
    },
  },
  {
    says: 'the network knows no sign-in, no session and no S3, only what it is given',
    concerns: inside('electron/network'),
    forbids: (wanted) =>
      !wanted.typeOnly &&
      wanted.file !== 'electron/signin/partition.ts' &&
      ['signin', 'session', 's3', 'vault', 'handout', 'ipc', 'shell'].some((folder) =>
        reaches(wanted, `electron/${folder}`),
      ),
  },
  {
    says: 'nobody imports the composition root but the entry',
    concerns: ({ file }) => file !== 'electron/main.ts',
    forbids: (wanted) => wanted.file === 'electron/app.ts',
  },
  {
    says: 'nobody composes but the composition root',
    concerns: ({ file }) => file !== 'electron/app.ts' && !file.startsWith('electron/compose/'),
    forbids: (wanted) => reaches(wanted, 'electron/compose'),
  },
  {
    says: 'the screens know the contract and nothing else of the app',
    concerns: inside('renderer'),
    forbids: (wanted) => reaches(wanted, 'electron') && !reaches(wanted, 'electron/contract'),
  },
  {
    says: 'the screens know no Electron, no Node and no SDK',
    concerns: inside('renderer'),
    forbids: (wanted) => /^(electron|keytar|node:|@aws-sdk\/|@smithy\/)/.test(wanted.from),
  },
  {
    says: 'a feature never imports another feature',
    concerns: inside('renderer/features'),
    forbids: (wanted, { file }) =>
      reaches(wanted, 'renderer/features') && part(wanted.file ?? '', 3) !== part(file, 3),
  },
  {
    says: 'the interface parts import nothing of ours but each other',
    concerns: inside('renderer/ui'),
    forbids: (wanted) => !isOutside(wanted) && !reaches(wanted, 'renderer/ui') && !/\.css$/.test(wanted.from),
  },
  {
    says: 'the app knows nothing of tests and scripts',
    concerns: ({ file, isTest }) => /^(electron|renderer|demo)\//.test(file) && !isTest,
    forbids: (wanted) => reaches(wanted, 'tests') || reaches(wanted, 'scripts') || reaches(wanted, 'bench'),
  },
  {
    says: 'the app knows nothing inside the demo organisation',
    concerns: ({ file, isTest }) => /^(electron|renderer)\//.test(file) && !isTest,
    forbids: (wanted) => reaches(wanted, 'demo') && wanted.file !== 'demo/messages.ts',
  },
  {
    says: 'the demo organisation knows nothing of screens and windows',
    concerns: inside('demo'),
    forbids: (wanted) =>
      reaches(wanted, 'renderer') || wanted.from === 'electron' || reaches(wanted, 'electron/shell'),
  },
  {
    says: 'a script imports no TypeScript',
    concerns: inside('scripts'),
    forbids: (wanted) => /\.tsx?$/.test(wanted.from),
  },
];

describe('every import goes in a direction that is allowed', () => {
  test.each(rules)('$says', ({ concerns, forbids, says }) => {
    const concerned = sources.filter(concerns);
    expect(concerned, `no file is under the rule "${says}"`).not.toEqual([]);
    const broken = concerned.flatMap((source) =>
      source.imports
        .filter((wanted) => forbids(wanted, source))
        .map((wanted) => `${source.file} → ${wanted.from}`),
    );
    expect(broken, `${says}`).toEqual([]);
  });

  test('an edge file has one outside world', () => {
    const broken = app
      .filter(({ file }) => !['electron/app.ts', 'electron/main.ts'].includes(file))
      .map(({ file, imports }) => ({ file, worlds: worldsOf(imports) }))
      .filter(({ worlds }) => worlds.length > 1);
    expect(broken).toEqual([]);
  });

  test('every import of a file of ours carries its ending', () => {
    const broken = sources.flatMap(({ file, imports }) =>
      imports
        .filter(
          (wanted) => wanted.file !== null && !/\.(tsx?|mjs|cjs|css|svg|json)(\?[\w&]+)?$/.test(wanted.from),
        )
        .map((wanted) => `${file} → ${wanted.from}`),
    );
    expect(broken).toEqual([]);
  });
});

function worldsOf(imports: readonly Import[]): string[] {
  const values = imports.filter((wanted) => !wanted.typeOnly);
  return WORLDS.filter(([, name]) => values.some((wanted) => name.test(wanted.from))).map(([world]) => world);
}

describe('words that may stand in few places or in none', () => {
  const CLOCKS = ['electron/lib/clock.ts', 'renderer/bridge/clock.ts', 'demo/clock.ts'];
  const places = (pattern: RegExp, where: readonly Source[]) =>
    where.filter(({ text }) => pattern.test(withoutComments(text))).map(({ file }) => file);
  const modules = app.filter(({ file }) => /\.tsx?$/.test(file));

  test('only the three clock files read the time', () => {
    const reading = places(/\bDate\.now\b|\bperformance\.now\b|\bnew Date\(\s*\)/, modules);
    expect(reading.filter((file) => !CLOCKS.includes(file))).toEqual([]);
  });

  test('certificates are never checked by code of ours', () => {
    expect(places(/setCertificateVerifyProc/, app)).toEqual([]);
  });

  test('no connection of ours takes a certificate unchecked', () => {
    expect(places(/rejectUnauthorized:(?!\s*true\b)|NODE_TLS_REJECT_UNAUTHORIZED/, app)).toEqual([]);
  });

  test('the keychain is never asked for whatever fits', () => {
    expect(places(/\bfind(Credentials|Password)\b/, app)).toEqual([]);
  });

  test('nothing is exported without a name', () => {
    const ownConfigs = /^scripts\/after-pack\.mjs$/;
    const unnamed = places(/^export default\b|\bas default\b/m, sources).filter(
      (file) => !ownConfigs.test(file),
    );
    expect(unnamed.filter((file) => file !== 'tests/directions.test.ts')).toEqual([]);
  });
});

/** Good enough for words that never stand in a string. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
