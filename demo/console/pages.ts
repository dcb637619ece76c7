// The stand-in for AWS's console: where a sign-in lands, and what it says when another account is in already.

import { type Page, page } from '../http/page.ts';
import { escapeXml } from '../xml.ts';
import type { ConsoleSession } from './sign-in-token.ts';

export function landingPage(session: ConsoleSession, destination: string, now: number): Page {
  const [account, role] = accountAndRole(session);
  const facts: [name: string, value: string][] = [
    ['Account', account],
    ['Role', role],
    ['Person', session.sessionName],
    ['Page', pageIn(destination)],
    ['Ends', `in ${Math.max(0, Math.floor((session.endsAt - now) / 60_000))} min`],
  ];
  return consolePage('Console', [
    '<h1>You are in the console</h1><p>At AWS the page that was asked for would open here.</p>',
    `<section><dl>${facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${escapeXml(value)}</dd></div>`).join('')}</dl></section>`,
    '<p class="way-out"><a href="/oauth?Action=logout">Sign out of the console</a></p>',
  ]);
}

/** `login`: the address that was refused, to come back to. */
export function otherAccountPage(present: ConsoleSession, login: string): Page {
  const [account] = accountAndRole(present);
  const out = `/oauth?Action=logout&redirect_uri=${encodeURIComponent(login)}`;
  return consolePage('Console: another account', [
    '<h1>You must first sign out</h1>',
    `<p>This browser is in account ${escapeXml(account)}. One browser is in one account at a time.</p>`,
    `<p class="way-out"><a href="${escapeXml(out)}">Sign out of it and go on</a></p>`,
  ]);
}

export function refusedPage(): Page {
  return consolePage('Console: no sign-in', [
    '<h1>This sign-in is not good any more</h1>',
    '<p>A link to the console is good for 15 minutes. Open the console again from Daypass.</p>',
  ]);
}

export function signedOutPage(): Page {
  return consolePage('Console: signed out', [
    '<h1>You are signed out</h1><p>Open the console again from Daypass.</p>',
  ]);
}

function accountAndRole({ roleArn }: ConsoleSession): [account: string, role: string] {
  const [, , , , account = '', resource = ''] = roleArn.split(':');
  return [account, resource.slice(resource.lastIndexOf('/') + 1)];
}

/** `s3/buckets/lark-reports-prod, prefix exports/2026/`: as AWS would have read the address. */
function pageIn(destination: string): string {
  const { pathname, searchParams } = new URL(destination);
  const prefix = searchParams.get('prefix');
  return `${decodeURIComponent(pathname.slice(1))}${prefix ? `, prefix ${prefix}` : ''}`;
}

function consolePage(title: string, content: string[]): Page {
  const legal = 'A stand-in for the AWS console, on this computer';
  return page({ title, name: 'console', content, legal, formAction: "'none'" });
}
