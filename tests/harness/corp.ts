/**
 * Owns a company of bad habits on loopback: identity provider, STS and S3 in one server, each answering
 * what the test says. Writes the settings file that names it.
 */
import { chown, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Desk } from './desk.ts';
import { base64, samlResponse } from './saml.ts';

export interface Answer {
  status?: number;
  type?: string;
  headers?: Record<string, string>;
  body: string;
}

type Respond = (request: { url: string; body: string; cookie: string }) => Answer;

export interface Corp {
  origin: string;
  /** Replaced by each test. */
  idp: Respond;
  sts: Respond;
  s3: Respond;
  /** Requests seen so far, `METHOD /path`. */
  seen: string[];
  /** Makes a data folder whose settings name this company; `more`: further fields of the organisation. */
  home(desk: Desk, more?: object): Promise<string>;
  close(): Promise<void>;
}

export const AWS = 'https://signin.aws.amazon.com/saml';

export async function openCorp(): Promise<Corp> {
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const corp: Corp = {
    origin,
    seen: [],
    idp: () => posting(base64(samlResponse())),
    sts: () => credentials(),
    s3: () =>
      xml(
        '<ListAllMyBucketsResult><Buckets><Bucket><Name>corp-files</Name></Bucket></Buckets></ListAllMyBucketsResult>',
      ),
    home: (desk, more = {}) => writeHome(desk, settingsOf(origin, more)),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = request.url ?? '/';
    corp.seen.push(`${request.method} ${url.split('?')[0]}`);
    const [, part] = url.split('/');
    const respond = part === 'sts' ? corp.sts : part === 's3' ? corp.s3 : corp.idp;
    const cookie = request.headers.cookie ?? '';
    const answer = respond({ url, body: Buffer.concat(chunks).toString('utf8'), cookie });
    response.writeHead(answer.status ?? 200, {
      'content-type': answer.type ?? 'text/html; charset=utf-8',
      ...answer.headers,
    });
    response.end(answer.body);
  }
  return corp;
}

function settingsOf(origin: string, more: object): object {
  const endpoints = { sts: `${origin}/sts`, s3: `${origin}/s3`, s3ForcePathStyle: true };
  const organisation = {
    id: 'corp',
    name: 'Corp',
    signInUrl: `${origin}/login`,
    region: 'eu-west-1',
    endpoints,
    ...more,
  };
  return { version: 1, organisations: [organisation] };
}

/** A data folder of its own with this `settings.json`; text is written as it is. */
export async function writeHome(desk: Desk, settings: object | string, name = 'corp-home'): Promise<string> {
  const home = await desk.makeFolder(name);
  const file = join(home, 'settings.json');
  await writeFile(file, typeof settings === 'string' ? settings : JSON.stringify(settings), { mode: 0o600 });
  if (desk.account !== null) await chown(file, desk.account.uid, desk.account.gid);
  return home;
}

export function page(body: string): Answer {
  return { body: `<!doctype html><title>Corp</title><body>${body}` };
}

/** A page that posts these fields to AWS by itself, as identity providers do. */
export function posting(saml: string | null, form: { fields?: string; encoding?: string } = {}): Answer {
  const field = saml === null ? '' : `<input type="hidden" name="SAMLResponse" value="${escapeHtml(saml)}">`;
  const encoding = form.encoding ? ` enctype="${form.encoding}"` : '';
  return page(
    `<form method="post" action="${AWS}"${encoding}>${field}${form.fields ?? ''}</form><script>document.forms[0].submit()</script>`,
  );
}

export function xml(body: string, status = 200): Answer {
  return { status, type: 'text/xml', body: `<?xml version="1.0" encoding="UTF-8"?>${body}` };
}

export function credentials(role = 'S3AccessRole', expiresAt = Date.now() + 3_600_000): Answer {
  return xml(
    `<AssumeRoleWithSAMLResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithSAMLResult>
     <Credentials><AccessKeyId>ASIACORPCORPCORPCORP</AccessKeyId><SecretAccessKey>corp-secret-of-this-test</SecretAccessKey>
     <SessionToken>corp-token-of-this-test</SessionToken><Expiration>${new Date(expiresAt).toISOString()}</Expiration></Credentials>
     <AssumedRoleUser><AssumedRoleId>AROA:alex@corp.example</AssumedRoleId>
     <Arn>arn:aws:sts::111122223333:assumed-role/${role}/alex@corp.example</Arn></AssumedRoleUser>
     </AssumeRoleWithSAMLResult></AssumeRoleWithSAMLResponse>`,
  );
}

export function stsError(code: string, message: string, status = 403): Answer {
  return xml(
    `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>`,
    status,
  );
}

export function s3Error(code: string, message: string, status = 403): Answer {
  return xml(
    `<Error><Code>${code}</Code><Message>${message}</Message><RequestId>r-2</RequestId></Error>`,
    status,
  );
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
