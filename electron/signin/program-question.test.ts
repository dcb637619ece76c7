import { describe, expect, it, vi } from 'vitest';
import { createProgramQuestions } from './program-question.ts';
import { isProgramScheme, programSchemeOf } from './program-scheme.ts';

const CORP = { id: 'corp', allowedSchemes: ['okta-verify', 'corp-verify'] };
const HOST = 'idp.corp.example';

function house() {
  const opened: string[] = [];
  const shown = vi.fn();
  const questions = createProgramQuestions((url) => opened.push(url), vi.fn());
  return { opened, shown, questions, signin: questions.forSignin(CORP) };
}

describe('a page that wants a program', () => {
  it('is asked about by name, and the program opens after a yes only', () => {
    const { opened, shown, questions, signin } = house();
    signin.wants('okta-verify://check', HOST, shown);
    expect(questions.asked()).toEqual({ organisation: 'corp', program: 'okta-verify', host: HOST });
    expect(shown).toHaveBeenCalledOnce();
    expect(opened).toEqual([]);
    questions.answer(true);
    expect(opened).toEqual(['okta-verify://check']);
    expect(questions.asked()).toBeNull();
  });

  it('is asked about once a sign-in: the answer holds for that program and that page', () => {
    const { opened, questions, signin } = house();
    signin.wants('okta-verify://1', HOST, vi.fn());
    questions.answer(true);
    signin.wants('okta-verify://2', HOST, vi.fn());
    signin.wants('okta-verify://3', 'evil.example', vi.fn());
    signin.wants('corp-verify://4', HOST, vi.fn());
    expect(questions.asked()).toBeNull();
    expect(opened).toEqual(['okta-verify://1', 'okta-verify://2']);
  });

  it('is refused for the rest of the sign-in after a no, and asked about again in the next one', () => {
    const { opened, questions, signin } = house();
    signin.wants('okta-verify://1', HOST, vi.fn());
    questions.answer(false);
    signin.wants('okta-verify://2', HOST, vi.fn());
    expect(questions.asked()).toBeNull();
    questions.forSignin(CORP).wants('okta-verify://3', HOST, vi.fn());
    expect(questions.asked()).not.toBeNull();
    expect(opened).toEqual([]);
  });

  it.each([
    'other://x',
    'mailto:a@b.example',
    'javascript:alert(1)',
    'https://x.example',
    `okta-verify:${'x'.repeat(9000)}`,
  ])('is refused without a question when it wants %.40s', (url) => {
    const { opened, shown, questions, signin } = house();
    signin.wants(url, HOST, shown);
    expect(questions.asked()).toBeNull();
    questions.answer(true);
    expect(opened).toEqual([]);
    expect(shown).not.toHaveBeenCalled();
  });

  it('takes its question with it when the sign-in ends', () => {
    const { opened, questions, signin } = house();
    signin.wants('okta-verify://1', HOST, vi.fn());
    signin.end();
    expect(questions.asked()).toBeNull();
    questions.answer(true);
    expect(opened).toEqual([]);
  });
});

describe('the name of a program’s scheme', () => {
  it.each(['okta-verify', 'companyportal', 'x-corp.auth+1'])('may be %s', (name) => {
    expect(isProgramScheme(name)).toBe(true);
  });
  it.each([
    'http',
    'https',
    'file',
    'javascript',
    'data',
    'blob',
    'about',
    'app',
    'smb',
    'Okta-Verify',
    'a',
    '1x',
    'x y',
    '',
  ])('is never %j', (name) => {
    expect(isProgramScheme(name)).toBe(false);
  });
  it.each([
    ['OKTA-Verify://x', 'okta-verify'],
    ['https://x.example', null],
    ['okta-verify', null],
    ['//x', null],
  ])('of %s is %s', (url, scheme) => {
    expect(programSchemeOf(url)).toBe(scheme);
  });
});
