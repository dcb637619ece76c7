/** Config files made by hand, file by file; and botocore as the judge of what every other profile says afterwards. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bringInLine } from './bring-in-line.ts';
import { nastyFiles } from './nasty.test-parts.ts';
import { configBytes, profile, TAG, withServices } from './profiles.test-parts.ts';
import { Refusal } from './refusal.ts';
import { readConfigText } from './sections.ts';

const wanted = [profile('reports')];
const put = (bytes: string) => bringInLine(bytes, { wanted, tag: TAG });

describe.each(nastyFiles)('%s', (_what, before, expected) => {
  it('is edited as it should be, and given back', () => {
    const { bytes, taken } = put(before);
    if ('taken' in expected) {
      expect([bytes, taken]).toEqual([before, ['profile reports']]);
      const section = readConfigText(before).sections.find(({ names }) => names.includes('profile reports'));
      expect((section?.from ?? -1) + 1).toBe(expected.taken);
      return;
    }
    const { above, end = '\n' } = expected;
    const note =
      above === ''
        ? ' Nothing was added above.'
        : /[\r\n]$/.test(before)
          ? ''
          : ' The line above had no end.';
    const ours = [
      '[profile reports]',
      `# Daypass ${TAG} keeps profile reports for the pass pass-reports (change or remove it there).${note}`,
      'credential_process = /home/ada/.daypass/bin/daypass credentials pass-reports',
      'region = eu-west-1',
    ];
    expect(bytes).toBe(before + above + ours.map((line) => line + end).join(''));
    expect(bringInLine(bytes, { wanted: [], tag: TAG }).bytes).toBe(before);
  });
});

const PYTHON = '/usr/bin/python3';
/** What botocore reads in each file: everything, or the kind of its refusal. */
const JUDGE = `
import json, sys
from botocore.configloader import load_config
def read(path):
    try:
        return {'read': load_config(path)}
    except Exception as error:
        return {'refused': type(error).__name__}
print(json.dumps([read(path) for path in json.load(sys.stdin)]))
`;

interface Judged {
  refused?: string;
  read?: { profiles: Record<string, Record<string, unknown>>; [section: string]: unknown };
}

function judge(texts: readonly string[]): Judged[] {
  const folder = mkdtempSync(join(tmpdir(), 'daypass-judge-'));
  try {
    const files = texts.map((bytes, at) => {
      const file = join(folder, String(at));
      writeFileSync(file, bytes, 'latin1');
      return file;
    });
    const { stdout, stderr, status } = spawnSync(PYTHON, ['-c', JUDGE], {
      input: JSON.stringify(files),
      env: { LANG: 'C.UTF-8' },
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.runIf(existsSync(PYTHON))('as botocore reads it', { timeout: 60_000 }, () => {
  it('every other section says what it said, ours says what it should, and no file becomes unreadable', () => {
    const sections = [...withServices('reports'), profile('other.name')];
    const generated = fc.sample(configBytes, { numRuns: 600, seed: 20_261_126 });
    const files = [
      ...nastyFiles.map(([what, before]) => [what, before]),
      ...generated.map((before) => [before, before]),
    ];
    const edited = files.map(([what = '', before = '']) => ({
      what,
      before,
      after: bringInLine(before, { wanted: sections, tag: TAG }).bytes,
    }));
    const texts = [...edited.map(({ before }) => before), ...edited.map(({ after }) => after)];
    const verdicts = judge(texts);
    let readable = 0;
    for (const [at, { what }] of edited.entries()) {
      const [was, is] = [verdicts[at], verdicts[at + edited.length]];
      expect(is?.refused, what).toBe(was?.refused);
      if (!is?.read || !was?.read) continue;
      readable++;
      const { profiles, 'services daypass-reports': services, ...rest } = is.read;
      const { profiles: profilesBefore, ...restBefore } = was.read;
      const { reports, 'other.name': other, ...others } = profiles;
      const { reports: taken, ...othersBefore } = profilesBefore;
      expect(others, what).toEqual(othersBefore);
      expect(rest, what).toEqual(restBefore);
      expect(services, what).toMatchObject({ s3: { endpoint_url: 'https://s3.corp.example' } });
      expect(other?.region, what).toBe('eu-west-1');
      if (taken) expect(reports, what).toEqual(taken);
      else if (reports) expect(reports.credential_process, what).toMatch(/daypass credentials pass-reports$/);
    }
    expect(readable).toBeGreaterThan(nastyFiles.length / 2);
  });

  it('a section that was replaced and came back says what it said', () => {
    const before = nastyFiles.flatMap(([, bytes, expected]) => ('taken' in expected ? [bytes] : []));
    const mayReplace = new Set(['profile reports']);
    const replaced = before.flatMap((bytes) => {
      try {
        return [bringInLine(bytes, { wanted, tag: TAG, mayReplace }).bytes];
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return [];
      }
    });
    expect(replaced.length).toBeGreaterThan(3);
    for (const { read } of judge(replaced)) {
      if (!read) continue;
      expect(read.profiles.reports).toEqual({
        credential_process: '/home/ada/.daypass/bin/daypass credentials pass-reports',
        region: 'eu-west-1',
      });
    }
  });
});
