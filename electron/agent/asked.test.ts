import { describe, expect, it } from 'vitest';
import { readQuestion } from './asked.ts';

describe('a question over the socket', () => {
  it('is read with what it leaves out', () => {
    expect(readQuestion('/v1/credentials?pass=Reports&tool=aws')).toEqual({
      question: 'credentials',
      asked: { pass: 'Reports', wait: 50, tool: 'aws' },
    });
    expect(readQuestion('/v1/env?pass=a%20b%26c')).toMatchObject({
      asked: { pass: 'a b&c', shell: 'bash', endpoint: '0' },
    });
  });

  it('keeps of a tool’s name what a person can read', () => {
    expect(readQuestion('/v1/status?tool=%1b%5B31maws%0A')).toMatchObject({ asked: { tool: '31maws' } });
  });

  it.each([
    ['/v1/unknown', 404],
    ['/v1/constructor', 404],
    ['/v2/credentials?pass=a', 404],
    ['//v1/credentials?pass=a', 404],
    ['/v1/%63redentials?pass=a', 404],
    ['http://daypass/v1/credentials?pass=a', 404],
    ['', 404],
    ['/v1/credentials', 400],
    ['/v1/credentials?pass=', 400],
    [`/v1/credentials?pass=${'x'.repeat(2049)}`, 400],
    ['/v1/credentials?pass=a&wait=-1', 400],
    ['/v1/credentials?pass=a&wait=1e3', 400],
    ['/v1/credentials?pass=a&wait=9999', 400],
    ['/v1/credentials?pass=a&pass=b', 400],
    ['/v1/credentials?pass=a&more=b', 400],
    ['/v1/env?pass=a&shell=tcsh', 400],
  ])('is refused where it is not one: %s', (url, status) => {
    expect(() => readQuestion(url)).toThrow(expect.objectContaining({ status }));
  });
});
