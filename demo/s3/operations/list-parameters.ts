// Parameters that the listing operations share.

import { invalidArgument } from '../errors.ts';
import { readUtf8 } from '../raw-url.ts';
import type { SignableRequest } from '../sigv4.ts';

const MOST = 1000;

/** 0 to 1000. */
export function readMaxKeys(request: SignableRequest, name: string): number {
  const text = textOf(request, name);
  if (text === '') return MOST;
  if (!/^\d{1,10}$/.test(text))
    throw invalidArgument(`Provided ${name} not an integer or within integer range`, name, text);
  return Math.min(Number(text), MOST);
}

/** '' when it is not there. */
export function textOf(request: SignableRequest, name: string): string {
  const field = request.url.query.find((one) => one.name.toString('latin1') === name);
  const text = field ? readUtf8(field.value) : '';
  if (text === undefined) throw invalidArgument(`${name} is not UTF-8`, name, '');
  return text;
}
