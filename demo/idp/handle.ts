// The identity provider's routes: /idp/sso (form, sign-in, auto-post) and /idp/sign-out.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { findUser, PASSWORD, type User } from '../directory.ts';
import { readBody, readForm } from '../http/form.ts';
import { sendPage } from '../http/page.ts';
import type { Handle } from '../http/serve.ts';
import { createSignInCookie } from './cookie.ts';
import { autoPostPage, loginPage, signOutPage } from './pages.ts';
import { type Signer, samlResponse } from './saml-response.ts';

const FORM_BYTES = 4096;

export interface IdpOptions {
  now: () => number;
  masterKey: Buffer;
  signer: Signer;
}

export function createIdp(options: IdpOptions): Handle {
  const cookie = createSignInCookie(options.masterKey, options.now);

  const postOn = (response: ServerResponse, user: User) => {
    sendPage(response, 200, autoPostPage(user, samlResponse(user, options.now(), options.signer)));
  };

  const signIn = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readBody(request, FORM_BYTES);
    const form = body && readForm(request, body);
    const typedName = form?.get('user') ?? '';
    const user = findUser(typedName);
    if (!user || form?.get('password') !== PASSWORD) {
      return sendPage(response, 200, loginPage({ typedName: typedName.slice(0, 64), wrong: true }));
    }
    response.setHeader('Set-Cookie', cookie.remember(user));
    postOn(response, user);
  };

  return async (request, response) => {
    const path = request.url?.split('?')[0];
    const asks = request.method === 'GET' || request.method === 'HEAD';
    if (path === '/idp/sso' && asks) {
      const user = cookie.read(request);
      return user
        ? postOn(response, user)
        : sendPage(response, 200, loginPage({ typedName: '', wrong: false }));
    }
    if (path === '/idp/sso' && request.method === 'POST') return signIn(request, response);
    if (path === '/idp/sign-out' && asks) return sendPage(response, 200, signOutPage(cookie.read(request)));
    if (path === '/idp/sign-out' && request.method === 'POST') {
      request.resume();
      response.writeHead(303, { 'Set-Cookie': cookie.forget(), Location: '/idp/sso' }).end();
      return;
    }
    request.resume();
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
  };
}
