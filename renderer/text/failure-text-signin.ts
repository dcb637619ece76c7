/** Words for what can go wrong in the sign-in window and in the company's answer. Pure. */
import type { WordsTable } from './failure-words.ts';

export const signinFailureText = {
  'signin-window-closed': [
    'The sign-in window was closed.',
    'No answer had come yet, and nothing was changed.',
    'Sign in again when you are ready.',
  ],
  'signin-timed-out': [
    'The sign-in took too long.',
    'The page waited for an answer that did not come.',
    'Sign in again.',
  ],
  'signin-page-unreachable': [
    'The sign-in page did not answer.',
    'Nothing could be reached at {your company’s address}.',
    'Check that you are on your company’s network, then try again.',
  ],
  'signin-page-crashed': [
    'The sign-in page stopped working.',
    'The page’s own process ended. Nothing you typed was kept.',
    'Sign in again.',
  ],
  'signin-page-insecure': [
    'The sign-in page is not secure.',
    '{The address} does not use https. A password typed there could be read on the way.',
    'Ask your administrator for an https address.',
  ],
  'signin-certificate-refused': [
    'The certificate of the sign-in page was refused.',
    'This computer does not trust the certificate of {the sign-in page}.',
    'If your company uses its own certificates, add its authority to the system, then try again.',
  ],
  'signin-cancelled': [
    'The sign-in was cancelled.',
    'Nothing was changed.',
    'Sign in again when you are ready.',
  ],
  'signin-runtime-unofficial': [
    'This runtime serves the demo organisation only.',
    'It does not come from the Electron project, so no company password belongs in it.',
    'Install the official runtime to sign in to your company.',
  ],
  'signin-needs-person': [
    'Your company needs you once more.',
    'It does not let you in without asking any more. The session goes on until its end.',
    'Renew it when you are ready.',
  ],
  'renewal-offline': [
    'You are offline.',
    'Sessions keep running down. They are renewed when the network is back.',
    'Nothing to do but to connect.',
  ],
  'signin-browser-missing': [
    'No browser was found for this sign-in.',
    'Your company’s page opens in a browser of your own. Looked for: {Chrome, Edge, Brave and Chromium}.',
    'Install one of them, or let this organisation sign in in a window of Daypass.',
  ],
  'signin-browser-refused': [
    'Your company’s policy does not let other programs drive this browser.',
    '{The browser} started, but it does not talk to Daypass.',
    'Let this organisation sign in in a window of Daypass, or ask your administrator to allow remote debugging.',
  ],
  'signin-browser-crashed': [
    'The browser ended by itself.',
    '{The browser} stopped before your company had answered. Nothing was changed.',
    'Sign in again.',
  ],
  'assertion-missing': [
    'Your company sent no answer for AWS.',
    'The form that came back had no SAML answer in it.',
    'Sign in again. If it stays so, tell your administrator.',
  ],
  'assertion-not-a-form': [
    'Your company’s answer had an unknown shape.',
    'It was not the form that AWS takes.',
    'Tell your administrator; signing in again will not help.',
  ],
  'assertion-not-base64': [
    'Your company’s answer could not be read.',
    'It was damaged before it reached Daypass.',
    'Sign in again. If it stays so, tell your administrator.',
  ],
  'assertion-not-xml': [
    'Your company’s answer could not be read.',
    'It holds no well-formed XML.',
    'Tell your administrator; signing in again will not help.',
  ],
  'assertion-unsafe-xml': [
    'Your company’s answer was not opened.',
    'It holds XML that can be used for attacks, such as a document type.',
    'Tell your administrator; signing in again will not help.',
  ],
  'assertion-too-large': [
    'Your company’s answer is too large.',
    'It is larger than AWS would take.',
    'Ask your administrator to send fewer roles or attributes.',
  ],
  'assertion-ambiguous': [
    'Your company’s answer can be read in two ways.',
    'It holds more than one assertion, so none of them is taken.',
    'Tell your administrator; signing in again will not help.',
  ],
  'assertion-idp-refused': [
    'Your company refused the sign-in.',
    'The sign-in page answered that it may not let you through to AWS.',
    'Ask your administrator for access to AWS.',
  ],
  'assertion-without-roles': [
    'Your company offers you no role at AWS.',
    'The sign-in worked, but the answer names no role.',
    'Ask your administrator to assign you a role; signing in again will not help.',
  ],
  'assertion-encrypted': [
    'Your company’s answer is encrypted for AWS.',
    'Daypass can’t see which roles it offers.',
    'Ask your administrator to switch assertion encryption off for AWS.',
  ],
  'assertion-expired': [
    'Your company’s answer came too late.',
    'AWS takes it for a few minutes only, and they are over.',
    'Sign in again. If it stays so, check this computer’s clock.',
  ],
  'assertion-not-yet-valid': [
    'Your company’s answer is dated in the future.',
    'This computer’s clock is behind, or your company’s is ahead.',
    'Check this computer’s clock, then sign in again.',
  ],
} as const satisfies WordsTable;
