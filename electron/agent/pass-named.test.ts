import { describe, expect, it } from 'vitest';
import type { Pass } from '../settings/schema.ts';
import { passNamed } from './pass-named.ts';

const pass = (id: string, label: string, role = label): Pass => ({
  id,
  organisation: 'corp',
  label,
  roleArn: `arn:aws:iam::111122223333:role/${role.replace(/\W/g, '')}`,
  providerArn: 'arn:aws:iam::111122223333:saml-provider/Corp',
  region: 'eu-west-1',
});
const passes = [
  pass('reports-1', 'Reports'),
  { ...pass('audit-1', 'Audit', 'AuditA'), awsProfile: 'corp-audit' },
  pass('audit-2', 'Audit', 'AuditB'),
  pass('odd', `it's "half" 報告 -- done`),
  pass('dashes', '--wait'),
];

describe('a pass named on a command line', () => {
  it.each([
    ['its id', 'audit-2', 'audit-2'],
    ['its label', 'Reports', 'reports-1'],
    ['its label in other letters', 'reports', 'reports-1'],
    ['its AWS profile', 'corp-audit', 'audit-1'],
    ['its role', 'arn:aws:iam::111122223333:role/AuditB', 'audit-2'],
    ['a label with quotes, spaces and more than ASCII', `it's "half" 報告 -- done`, 'odd'],
    ['a label that looks like an option', '--wait', 'dashes'],
  ])('is found by %s', (_how, name, id) => {
    expect(passNamed(name, passes).id).toBe(id);
  });

  it('is asked for by id where several have the name', () => {
    expect(() => passNamed('Audit', passes)).toThrow(
      'several passes are called "Audit"; say which one: audit-1, audit-2',
    );
  });

  it('is answered with those there are where none has the name, on one line', () => {
    expect(() => passNamed('Rep\norts', passes)).toThrow(
      /^no pass "Rep orts"; there are: "Reports", "Audit"/,
    );
    expect(() => passNamed('x', [])).toThrow('there is no pass yet');
  });

  it('is not listed without end', () => {
    const many = Array.from({ length: 500 }, (_, i) => pass(`p${i}`, `A pass with number ${i}`));
    expect(() => passNamed('x', many)).toThrow(/^.{300,500}…$/);
  });
});
