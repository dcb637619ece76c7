/** Why a sign-in page did not load, by Chromium's number for it → a failure that says so. Pure. (net_error_list.h) */
import type { FailureCode } from '../contract/failure.ts';
import { AppError } from '../lib/app-error.ts';

/** ERR_CERT_AUTHORITY_INVALID: nobody whom the system knows vouches for the certificate. */
const UNKNOWN_ISSUER = -202;

const codes: Readonly<Record<number, FailureCode>> = {
  [UNKNOWN_ISSUER]: 'signin-issuer-unknown',
  /** ERR_TUNNEL_CONNECTION_FAILED. */
  [-111]: 'proxy-refused',
  /** ERR_PROXY_AUTH_UNSUPPORTED, ERR_PROXY_AUTH_REQUESTED. */
  [-115]: 'proxy-password-missing',
  [-127]: 'proxy-password-missing',
  /** ERR_PROXY_CONNECTION_FAILED, ERR_MANDATORY_PROXY_CONFIGURATION_FAILED. */
  [-130]: 'proxy-unreachable',
  [-131]: 'proxy-unreachable',
};

interface LoadFailure {
  code: number;
  description: string;
  url: string;
  /** Whom the refused certificate names as its issuer, when one was refused. */
  issuer: string | null;
}

export function loadFailure({ code, description, url, issuer }: LoadFailure): AppError {
  const host = URL.canParse(url) ? new URL(url).host : url;
  // -200 to -299 are certificate errors.
  const refused = code <= -200 && code > -300 ? 'signin-certificate-refused' : 'signin-page-unreachable';
  const failed = Object.hasOwn(codes, code) ? (codes[code] ?? refused) : refused;
  const said = issuer === null || !failed.startsWith('signin-') ? '' : `\nissued by ${issuer}`;
  return new AppError(failed, {
    // Chromium does not tell which proxy it was.
    ...(failed.startsWith('proxy-') ? {} : { subject: host }),
    raw: `${description} (${code})${said}`,
  });
}
