/** Why a pasted address is none to sign in at, in words. Pure. */
import type { AddressRefusal } from '../../electron/contract/sign-in-address.ts';

export const addressRefusalText: Record<AddressRefusal, string> = {
  'not-an-address': 'That is no address yet. It begins like https://sso.your-company.com/…',
  'not-https':
    'That address is not secure: what you type there could be read on the way. Ask for the one with https.',
  'user-info':
    'That address carries a name or a password before the @. Take those out; the page asks for them.',
  'other-scheme': 'That is not the address of a web page. It has to begin with https.',
  'identity-center':
    'That is IAM Identity Center, which AWS’s own “aws sso login” serves. Daypass needs a SAML sign-in page.',
};
