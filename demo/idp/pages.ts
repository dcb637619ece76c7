// The identity provider's three pages. No page needs a script but the one that posts to AWS by itself.

import { PASSWORD, type User, users } from '../directory.ts';
import { type Page, page as pageOf } from '../http/page.ts';
import { escapeXml } from '../xml.ts';
import { AWS_SIGN_IN_URL } from './saml-names.ts';

const AUTO_POST = 'document.forms[0].submit()';

export function loginPage(facts: { typedName: string; wrong: boolean }): Page {
  const error = facts.wrong
    ? '<p class="error" role="alert" id="error">That user and password do not fit together. Please try again.</p>'
    : '';
  const described = facts.wrong ? ' aria-invalid="true" aria-describedby="error"' : '';
  // After a wrong password the name is right more often than not: typing goes on in the password.
  const [atUser, atPassword] = facts.wrong && facts.typedName ? ['', ' autofocus'] : [' autofocus', ''];
  return page('Sign in to Larkfield', "'self'", [
    `<h1>Sign in</h1>${error}`,
    '<form method="post" action="/idp/sso">',
    '<label for="user">User</label>',
    `<input id="user" name="user" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="64" value="${escapeXml(facts.typedName)}"${described}${atUser}>`,
    '<label for="password">Password</label>',
    `<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="128"${described}${atPassword}>`,
    '<button type="submit">Sign in</button></form>',
    `<section aria-labelledby="people"><h2 id="people">Demo users <span>the password of all is <code>${PASSWORD}</code></span></h2><dl>`,
    ...users.map((user) => `<div><dt>${escapeXml(user.name)}</dt><dd>${escapeXml(user.about)}</dd></div>`),
    '</dl></section>',
  ]);
}

/** Carries the assertion to AWS's real sign-in address; the way out is for whoever meets it standing still. */
export function autoPostPage(user: User, samlResponse: string): Page {
  return page('Larkfield: going on to AWS', AWS_SIGN_IN_URL, [
    `<h1>Signed in as ${escapeXml(user.displayName)}</h1><p>Going on to AWS.</p>`,
    `<form method="post" action="${AWS_SIGN_IN_URL}">`,
    `<input type="hidden" name="SAMLResponse" value="${samlResponse}">`,
    '<input type="hidden" name="RelayState" value=""><button type="submit">Continue</button></form>',
    '<p class="way-out"><a href="/idp/sign-out">Sign in as somebody else</a></p>',
    `<script>${AUTO_POST}</script>`,
  ]);
}

export function signOutPage(user: User | undefined): Page {
  const words = user
    ? `<h1>Signed in as ${escapeXml(user.displayName)}</h1><p>Larkfield remembers you in this browser for a working day at most.</p>`
    : '<h1>Nobody is signed in</h1><p>Larkfield does not remember anybody on this computer.</p>';
  const button = user ? 'Sign in as somebody else' : 'Sign in';
  return page('Larkfield: sign out', "'self'", [
    `${words}<form method="post" action="/idp/sign-out"><button type="submit">${button}</button></form>`,
  ]);
}

function page(title: string, formAction: string, content: string[]): Page {
  const legal = 'Larkfield is a made-up company on this computer';
  return pageOf({ title, name: 'larkfield', content, legal, formAction, script: AUTO_POST });
}
