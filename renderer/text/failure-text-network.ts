/** Words for what a company's network can put in the way: proxies, certificates, authorities. Pure. */
import type { WordsTable } from './failure-words.ts';

export const networkFailureText = {
  'signin-issuer-unknown': [
    'This computer does not know who vouches for the sign-in page.',
    'The certificate of {the sign-in page} comes from an authority that the system does not trust. Nothing was typed there.',
    'If your administrator gave you your company’s authority as a file, add it to the system, then try again.',
  ],
  'sts-certificate-refused': [
    'The certificate of AWS STS was refused.',
    'Daypass does not trust what answered in its place. The sign-in was not sent.',
    'If your company’s network opens encrypted connections, ask your administrator for its authority: in the system, or as caFile in the settings.',
  ],
  's3-certificate-refused': [
    'The certificate of S3 was refused.',
    'Daypass does not trust what answered in its place. Nothing was sent.',
    'If your company’s network opens encrypted connections, ask your administrator for its authority: in the system, or as caFile in the settings.',
  ],
  'ca-file-unreadable': [
    'The company’s authorities could not be read.',
    'The settings name {a caFile}, and nothing is asked without it.',
    'Put the file into Daypass’s data folder, or take its name out of the settings.',
  ],
  'proxy-password-missing': [
    'The proxy lets nothing through without a password.',
    '{The proxy} asked for one, and none was given that it takes.',
    'Try again to be asked for it once more.',
  ],
  'proxy-refused': [
    'The proxy refused the connection.',
    '{The proxy} is there, but it does not let this through.',
    'Ask your administrator to allow AWS there; signing in again will not help.',
  ],
  'proxy-unreachable': [
    'The proxy did not answer.',
    'The system’s settings name {a proxy}, and nothing could be reached there.',
    'Check that you are on your company’s network, then try again.',
  ],
  'proxy-scheme-unsupported': [
    'The proxy wants a sign-in that Daypass can’t do for S3.',
    '{The proxy} takes Kerberos or NTLM only. Your sign-in works with it, listing and downloads do not.',
    'Ask your administrator for a proxy that takes a password, or for a direct way to S3.',
  ],
  'proxy-kind-unsupported': [
    'Daypass can’t use this kind of proxy for S3.',
    'The system’s settings name {a SOCKS proxy}. Your sign-in works with it, listing and downloads do not.',
    'Ask your administrator for an HTTP proxy, or for a direct way to S3.',
  ],
} as const satisfies WordsTable;
