/** Chromium's `net::ERR_…` → the codes that Node would give and AWS's SDK knows. Pure. (net_error_list.h) */
import { AppError } from '../lib/app-error.ts';

const codes: readonly [RegExp, string][] = [
  [/ERR_(NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|INTERNET_DISCONNECTED)/, 'ENOTFOUND'],
  [/ERR_CONNECTION_REFUSED/, 'ECONNREFUSED'],
  [/ERR_(ADDRESS_UNREACHABLE|NETWORK_ACCESS_DENIED)/, 'EHOSTUNREACH'],
  [/ERR_(CONNECTION_TIMED_OUT|TIMED_OUT)/, 'ETIMEDOUT'],
  [
    /ERR_(CONNECTION_|EMPTY_RESPONSE|NETWORK_CHANGED|SOCKET_NOT_CONNECTED|CONTENT_LENGTH_MISMATCH)/,
    'ECONNRESET',
  ],
];

export function networkError(error: Error): Error {
  const { message } = error;
  if (/ERR_(CERT_|SSL_)/.test(message)) {
    return Object.assign(new Error(message, { cause: error }), { code: 'CERT_REFUSED' });
  }
  if (/ERR_(PROXY_CONNECTION_FAILED|MANDATORY_PROXY_CONFIGURATION_FAILED)/.test(message))
    return new AppError('proxy-unreachable', { raw: message, cause: error });
  if (/ERR_TUNNEL_CONNECTION_FAILED/.test(message))
    return new AppError('proxy-refused', { raw: message, cause: error });
  if (/ERR_(PROXY_AUTH_|UNEXPECTED_PROXY_AUTH|INVALID_AUTH_CREDENTIALS)/.test(message))
    return new AppError('proxy-password-missing', { raw: message, cause: error });
  const code = codes.find(([pattern]) => pattern.test(message))?.[1];
  return code === undefined ? error : Object.assign(new Error(message, { cause: error }), { code });
}
