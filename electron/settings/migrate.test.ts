import { describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';

const rename = (document: Record<string, unknown>) => {
  const { companies, ...rest } = document;
  return { ...rest, organisations: companies };
};
const addPasses = (document: Record<string, unknown>) => ({ ...document, passes: [] });

describe('the road to the present version', () => {
  it('leaves a document of the present version as it is', () => {
    const document = { version: 1, organisations: [] };
    expect(migrate(document)).toEqual({ kind: 'current', document });
  });

  it.each([
    [1, { version: 1, companies: ['a'] }, { version: 3, organisations: ['a'], passes: [] }],
    [2, { version: 2, organisations: ['a'] }, { version: 3, organisations: ['a'], passes: [] }],
    [3, { version: 3, organisations: ['a'] }, { version: 3, organisations: ['a'] }],
  ])('takes version %d every step of the way', (_version, document, expected) => {
    expect(migrate(document, [rename, addPasses])).toEqual({ kind: 'current', document: expected });
  });

  it.each([2, 99])('tells version %d from one that it knows', (version) => {
    expect(migrate({ version, anything: true })).toEqual({ kind: 'newer', version });
  });

  it.each([null, 7, [], {}, { version: '1' }, { version: 0 }, { version: 1.5 }, { version: Number.NaN }])(
    'leaves %j to the schema',
    (document) => {
      expect(migrate(document)).toEqual({ kind: 'unversioned', document });
    },
  );
});
