import { expect, it } from 'vitest';
import { placeOf } from './place-of.ts';

it.each([
  ['https://s3.eu-west-1.amazonaws.com', true, 's3.eu-west-1.amazonaws.com', 443],
  ['http://localhost', false, 'localhost', 80],
  ['http://127.0.0.1:9000', false, '127.0.0.1', 9000],
  ['https://[::1]:8443', true, '::1', 8443],
])('%s', (origin, isSecure, host, port) => {
  expect(placeOf(origin)).toEqual({ isSecure, host, port });
});
