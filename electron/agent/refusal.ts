/**
 * Why a tool got no credentials, as one line for a terminal. SECURITY: a line goes to a tool's log, so it names
 * passes, organisations and failure codes, never what another side answered. Pure.
 */
import type { Failure, FailureCode } from '../contract/failure.ts';

/** `status` is HTTP's; the `daypass` command makes its exit code of it. */
export class HandoutRefusal extends Error {
  override readonly name = 'HandoutRefusal';
  readonly status: number;

  constructor(status: number, line: string) {
    super(line);
    this.status = status;
  }
}

export const signinStillOpen = (organisation: string) =>
  new HandoutRefusal(504, `sign-in to ${organisation} still open, run again when you have signed in`);

const closed = (organisation: string) => `the sign-in to ${organisation} was closed; run again to sign in`;
const words: Partial<Record<FailureCode, (organisation: string, pass: string) => string>> = {
  'signin-cancelled': closed,
  'signin-window-closed': closed,
  'signin-needs-person': (organisation) =>
    `${organisation} wants you to sign in; open Daypass and sign in there`,
  'signin-timed-out': (organisation) => `${organisation}'s sign-in page did not answer in time`,
  'signin-page-unreachable': (organisation) => `${organisation}'s sign-in page can't be reached`,
  'signin-runtime-unofficial': (organisation) =>
    `this Electron is not an official one, so Daypass does not sign in to ${organisation} with it`,
  'role-not-offered': (organisation, pass) => `${organisation} no longer offers you the role of ${pass}`,
  'sts-unreachable': () => "AWS's STS can't be reached",
  'sts-throttled': () => "AWS's STS is asked too often just now; run again in a moment",
};

export function refusalOf(
  { code }: Pick<Failure, 'code'>,
  organisation: string,
  pass: string,
): HandoutRefusal {
  const line =
    words[code]?.(organisation, pass) ??
    `the sign-in to ${organisation} brought no credentials for ${pass} (${code}); open Daypass to see why`;
  return new HandoutRefusal(503, line);
}

const consoleWords: Partial<Record<FailureCode, (pass: string) => string>> = {
  'no-session': (pass) => `the session of ${pass} has ended; run again to sign in`,
  'console-refused': (pass) => `AWS gave no sign-in to its console for ${pass}; sign in again`,
  'console-unreachable': () => "AWS's sign-in to the console can't be reached",
  'console-not-opened': () => 'no browser could be opened; use --print and open the link yourself',
};

export function consoleRefusal({ code }: Pick<Failure, 'code'>, pass: string): HandoutRefusal {
  const line =
    consoleWords[code]?.(pass) ?? `no way to the console of ${pass} (${code}); open Daypass to see why`;
  return new HandoutRefusal(503, line);
}
