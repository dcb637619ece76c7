/** Words for what AWS STS can answer, and for the keychain. Pure. */
import type { WordsTable } from './failure-words.ts';

export const stsFailureText = {
  'sts-role-refused': [
    'AWS did not give out {this role}.',
    'The role does not trust your company’s sign-in, or does not exist any more.',
    'Send the administrator of that account the text below; signing in again will not help.',
  ],
  'sts-assertion-refused': [
    'AWS did not take your company’s answer.',
    'What AWS knows about your company does not fit it. Its own words are below.',
    'Send your administrator the text below; signing in again will not help.',
  ],
  'sts-provider-unknown': [
    'AWS does not know your company’s sign-in in that account.',
    'The answer names an identity provider that the account of {this role} does not have.',
    'Send your administrator the text below; signing in again will not help.',
  ],
  'sts-issuer-unknown': [
    'AWS knows your company by another name.',
    'The answer comes from an issuer that the identity provider in the account does not list.',
    'Send your administrator the text below; signing in again will not help.',
  ],
  'sts-signature-refused': [
    'AWS holds another certificate of your company.',
    'The answer’s signature does not fit it: most often the company’s certificate was renewed, and AWS was not told.',
    'Send your administrator the text below; signing in again will not help.',
  ],
  'sts-audience-refused': [
    'Your company’s answer is not made out for AWS.',
    'Audience or recipient in it are not the ones that AWS asks for.',
    'Send your administrator the text below; signing in again will not help.',
  ],
  'sts-session-name-missing': [
    'Your company’s answer does not say who you are.',
    'AWS needs a RoleSessionName, once, and the answer has none.',
    'Send your administrator the text below; signing in again will not help.',
  ],
  'sts-session-name-refused': [
    'AWS can’t use the name your company sent for you.',
    'A RoleSessionName has 2 to 64 letters, digits or _ + = , . @ -; spaces and accents are not among them.',
    'Send your administrator the text below; signing in again will not help.',
  ],
  'sts-source-identity-refused': [
    'AWS can’t use the source identity your company sent.',
    'It has 2 to 64 letters, digits or _ + = , . @ - and does not begin with “aws:”.',
    'Send your administrator the text below; signing in again will not help.',
  ],
  'sts-idp-rejected': [
    'AWS says that your company withdrew its answer.',
    'The sign-in page reported a failure, or the answer is not good any more.',
    'Sign in again. If it stays so, ask your administrator.',
  ],
  'sts-tagging-refused': [
    '{The role} does not take your company’s session tags.',
    'The answer carries tags or a source identity, and the role’s trust policy does not allow them to be set.',
    'Send the administrator of that account the text below; signing in again will not help.',
  ],
  'sts-tags-refused': [
    'AWS can’t use the session tags your company sent.',
    'There may be 50 of them, keys up to 128 and values up to 256 characters.',
    'Send your administrator the text below; signing in again will not help.',
  ],
  'sts-policy-too-large': [
    'There is no room for the read-only policy.',
    'AWS packs it together with the session tags of your company’s answer, and they fill the space.',
    'Sign in with full scope, or ask your administrator for fewer or shorter session tags.',
  ],
  'sts-policy-malformed': [
    'AWS did not take the read-only policy.',
    'It found something wrong with what Daypass sent for {this role}.',
    'Sign in with full scope, and report what AWS answered.',
  ],
  'sts-request-refused': [
    'AWS found something wrong with the request.',
    'A role or provider of {this pass} is not written as AWS wants it, or the answer is too long.',
    'Compare the roles of the pass with those in your AWS account.',
  ],
  'sts-chain-refused': [
    'The first role was given, the second was not.',
    'AWS did not give out {the second role}: it does not trust the first one, asks for another external ID, or is gone.',
    'Send the administrator of that account the text below; signing in again will not help.',
  ],
  'sts-chain-impossible': [
    'The second role can’t be taken from the first.',
    'AWS does not allow it for {this role}: it lies in another partition, or belongs to IAM Identity Center.',
    'Name another second role in the settings of the pass.',
  ],
  'clock-wrong': [
    'This computer’s clock is {wrong}.',
    'Daypass goes by AWS’s clock, so the times shown here are true.',
    'Set the clock: other programs and your company’s sign-in page may refuse a wrong one.',
  ],
  'sts-assertion-expired': [
    'AWS got the answer too late.',
    'It takes your company’s answer for five minutes.',
    'Sign in again.',
  ],
  'sts-duration-refused': [
    'AWS refused the length of the session.',
    '{The role} allows shorter sessions than any that were asked for.',
    'Ask the administrator of that account which length the role allows.',
  ],
  'sts-region-disabled': [
    'AWS gives out no session in {this region}.',
    'The region is switched off for your account.',
    'Choose another region in the settings, or send the administrator of that account the text below.',
  ],
  'sts-answer-mismatch': [
    'The answer was for another role.',
    'It names {another role} than the one that was asked for, so it was not kept.',
    'Tell your administrator; signing in again will not help.',
  ],
  'sts-answer-garbled': [
    'The answer for the session could not be read.',
    '{The server} did not answer as AWS does.',
    'Try again. If it stays so, ask whether your network changes what passes.',
  ],
  'sts-unreachable': [
    'AWS did not answer.',
    'Nothing could be reached at {AWS STS}.',
    'Check the network, then try again.',
  ],
  'sts-throttled': [
    'AWS asks to wait.',
    'Too many sessions were asked for at once.',
    'Try again in a minute.',
  ],
  'role-not-offered': [
    'Your company no longer offers {this role}.',
    'The sign-in worked, but the answer does not name the role of this pass.',
    'Ask your administrator to assign it to you again, or remove the pass.',
  ],
  'keychain-missing': [
    'There is no keychain on this computer.',
    'Sessions stay in memory only and are gone when Daypass quits.',
    'Start or install a keychain, such as GNOME Keyring or KWallet, then try again.',
  ],
  'keychain-locked': [
    'The keychain is locked.',
    'Sessions stay in memory only and are gone when Daypass quits.',
    'Unlock it, then try again.',
  ],
  'keychain-failed': [
    'The keychain did not take the session.',
    'It stays in memory only and is gone when Daypass quits.',
    'Try again.',
  ],
} as const satisfies WordsTable;
