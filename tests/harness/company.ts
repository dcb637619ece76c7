/**
 * Owns a company that remembers people: an identity provider with a form and a cookie, and an STS, on a port of
 * its own. All companies name their cookie alike, as ports don't keep cookies apart.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, credentials, page, posting } from './corp.ts';
import { base64, samlResponse } from './saml.ts';

export interface Company {
  id: string;
  /** As it stands in `settings.json`. */
  organisation: Record<string, unknown>;
  /** Sign-in pages asked for so far. */
  asked(): number;
  /** Cookies that came and were not its own. */
  strangers: string[];
  /** From now on sign-in pages are answered only after `release`. */
  hold(): void;
  release(): void;
  /** Nobody is remembered any more. */
  forget(): void;
  close(): Promise<void>;
}

export async function openCompany(id: string, now: () => number): Promise<Company> {
  let remembered = `${id}-1`;
  let gate = Promise.resolve();
  let open = () => {};
  let asked = 0;
  const strangers: string[] = [];

  const pageFor = (request: IncomingMessage): Answer => {
    const cookie = /(?:^|; )who=([^;]*)/.exec(request.headers.cookie ?? '')?.[1];
    if (cookie !== undefined && !cookie.startsWith(`${id}-`)) strangers.push(cookie);
    const answer = posting(base64(samlResponse({ issuedAt: now() })));
    if (request.method === 'POST') {
      return { ...answer, headers: { 'set-cookie': `who=${remembered}; Path=/; HttpOnly` } };
    }
    return cookie === remembered ? answer : page(FORM);
  };
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    for await (const _chunk of request);
    const isSts = (request.url ?? '').startsWith('/sts');
    if (!isSts) {
      asked += 1;
      await gate;
    }
    const answer = isSts ? credentials('S3AccessRole', now() + 3_600_000) : pageFor(request);
    const type = answer.type ?? 'text/html; charset=utf-8';
    response.writeHead(answer.status ?? 200, { 'content-type': type, ...answer.headers });
    response.end(answer.body);
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    id,
    strangers,
    organisation: {
      id,
      name: id,
      signInUrl: `${origin}/login`,
      region: 'eu-west-1',
      endpoints: { sts: `${origin}/sts` },
    },
    asked: () => asked,
    hold: () => {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    release: () => open(),
    forget: () => {
      remembered = `${id}-${Math.random()}`;
    },
    close: () =>
      new Promise((resolve) => {
        open();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const FORM = `<form method="post" action="/login"><label>User <input id="user" name="user"></label>
<label>Password <input id="password" name="password" type="password"></label><button type="submit">Sign in</button></form>`;
