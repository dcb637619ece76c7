// The console's routes: /federation (token, login), /oauth (sign-out) and /console, where a login lands. As at AWS one
// browser is in one account: another one's login is refused until the first is signed out.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { readCookie } from '../http/cookie.ts';
import { readBody, readForm } from '../http/form.ts';
import { sendPage } from '../http/page.ts';
import type { Handle } from '../http/serve.ts';
import { createSeal } from '../seal.ts';
import type { SessionTokens } from '../session-token.ts';
import { landingPage, otherAccountPage, refusedPage, signedOutPage } from './pages.ts';
import { CONSOLE_SESSION, type ConsoleSession, createSignInTokens } from './sign-in-token.ts';

const FORM_BYTES = 16_384;
const COOKIE = 'larkfield-console';
// A browser that starts at another program's order brings no cookie that is `Strict`.
const ATTRIBUTES = 'Path=/; HttpOnly; SameSite=Lax';
const CONSOLE_HOST = 'console.aws.amazon.com';

export interface ConsoleOptions {
  now: () => number;
  tokens: SessionTokens;
  masterKey: Buffer;
}

export function createConsole(options: ConsoleOptions): Handle {
  const { now } = options;
  const tokens = createSignInTokens(options);
  const seal = createSeal(options.masterKey, 'console cookie');

  const present = (request: IncomingMessage): ConsoleSession | undefined => {
    const text = seal.open(readCookie(request, COOKIE) ?? '');
    const session = text === undefined ? undefined : CONSOLE_SESSION.parse(JSON.parse(text));
    return session && now() < session.endsAt ? session : undefined;
  };

  const giveToken = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readBody(request, FORM_BYTES);
    const form = body && readForm(request, body);
    const token = form?.get('Action') === 'getSigninToken' ? tokens.issue(form) : undefined;
    if (token === undefined) return sendPage(response, 400, refusedPage());
    response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
    response.end(JSON.stringify({ SigninToken: token }));
  };

  const logIn = (request: IncomingMessage, response: ServerResponse, query: URLSearchParams) => {
    const session = tokens.open(query.get('SigninToken') ?? '');
    const destination = query.get('Destination') ?? '';
    if (!session || !isConsole(destination)) return sendPage(response, 400, refusedPage());
    const before = present(request);
    if (before && accountOf(before) !== accountOf(session))
      return sendPage(response, 400, otherAccountPage(before, request.url ?? ''));
    const cookie = `${COOKIE}=${encodeURIComponent(seal.close(JSON.stringify(session)))}; ${ATTRIBUTES}`;
    redirect(response, `/console?destination=${encodeURIComponent(destination)}`, cookie);
  };

  const logOut = (request: IncomingMessage, response: ServerResponse, query: URLSearchParams) => {
    const cookie = `${COOKIE}=; Max-Age=0; ${ATTRIBUTES}`;
    const next = new URL(query.get('redirect_uri') ?? '/oauth', `http://${request.headers.host}`);
    // SECURITY: leads nowhere but back to ourselves.
    if (query.has('redirect_uri') && next.host === request.headers.host && next.pathname === '/federation')
      return redirect(response, next.pathname + next.search, cookie);
    response.setHeader('Set-Cookie', cookie);
    sendPage(response, 200, signedOutPage());
  };

  const land = (request: IncomingMessage, response: ServerResponse, query: URLSearchParams) => {
    const session = present(request);
    const destination = query.get('destination') ?? '';
    if (!session || !isConsole(destination)) return sendPage(response, 200, signedOutPage());
    sendPage(response, 200, landingPage(session, destination, now()));
  };

  return async (request, response) => {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (path === '/federation' && request.method === 'POST') return giveToken(request, response);
    request.resume();
    const action = query.get('Action');
    if (request.method !== 'GET') response.writeHead(405, { 'Content-Type': 'text/plain' }).end('GET only\n');
    else if (path === '/federation' && action === 'login') logIn(request, response, query);
    else if (path === '/oauth' && action === 'logout') logOut(request, response, query);
    else if (path === '/console') land(request, response, query);
    else sendPage(response, 400, refusedPage());
  };
}

function redirect(response: ServerResponse, location: string, cookie: string): void {
  response
    .writeHead(302, { Location: location, 'Set-Cookie': cookie, 'Referrer-Policy': 'no-referrer' })
    .end();
}

function isConsole(destination: string): boolean {
  return URL.canParse(destination) && new URL(destination).host === CONSOLE_HOST;
}

function accountOf({ roleArn }: ConsoleSession): string {
  return roleArn.split(':')[4] ?? '';
}
