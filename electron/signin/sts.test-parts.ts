/** A loopback STS for tests: speaks the query protocol's XML, says whatever the test wants, notes every request. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '../lib/app-error.ts';
import { directTransport } from '../network/direct.test-parts.ts';
import { readAssertion } from './assertion.ts';
import { inMinutes, NOW, PROVIDER, ROLE, samlResponse, type Wishes } from './saml.test-parts.ts';
import { createStsTrade, type Trade } from './sts.ts';
import type { TradeRequest } from './trade-request.ts';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';
export const REQUEST_ID = 'c6104cbe-af31-11e0-8154-cbc7ccf896c7';

/** `cut`: the line is cut without an answer. `silence`: it stays open, and nothing comes. */
export type StsAnswer =
  | { status?: number; headers?: Record<string, string>; body: string }
  | 'cut'
  | 'silence';

export interface FakeSts {
  endpoint: string;
  seen: { headers: NodeJS.Dict<string | string[]>; form: URLSearchParams }[];
  answer: (form: URLSearchParams) => StsAnswer;
  close(): Promise<void>;
}

export async function startFakeSts(): Promise<FakeSts> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const form = new URLSearchParams(body);
    sts.seen.push({ headers: request.headers, form });
    const given = sts.answer(form);
    if (given === 'silence') return;
    if (given === 'cut') return request.socket.destroy();
    const headers = { 'content-type': 'text/xml', 'x-amzn-requestid': REQUEST_ID, ...given.headers };
    response.writeHead(given.status ?? 200, headers).end(given.body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const sts: FakeSts = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen: [],
    answer: () => assumed(),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return sts;
}

export const EXPIRY = inMinutes(60);
export const USER = 'arn:aws:sts::111122223333:assumed-role/S3AccessRole/ada';
export const CREDENTIALS = `<AccessKeyId>ASIAEXAMPLE</AccessKeyId><SecretAccessKey>sec/ret+=</SecretAccessKey><SessionToken>tok+/en==</SessionToken><Expiration>${EXPIRY}</Expiration>`;

export function assumed(arn = USER, credentials = CREDENTIALS): StsAnswer {
  const user = `<AssumedRoleUser><AssumedRoleId>AROA:ada</AssumedRoleId><Arn>${arn}</Arn></AssumedRoleUser>`;
  const result = `<AssumeRoleWithSAMLResult>${user}<Credentials>${credentials}</Credentials></AssumeRoleWithSAMLResult>`;
  const metadata = `<ResponseMetadata><RequestId>${REQUEST_ID}</RequestId></ResponseMetadata>`;
  return {
    body: `<AssumeRoleWithSAMLResponse xmlns="${NAMESPACE}">${result}${metadata}</AssumeRoleWithSAMLResponse>`,
  };
}

export function refusal(status: number, code: string, message = 'no'): StsAnswer {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
  return {
    status,
    body: `<ErrorResponse xmlns="${NAMESPACE}">${error}<RequestId>${REQUEST_ID}</RequestId></ErrorResponse>`,
  };
}

export const assertionWith = (wishes: Wishes) => readAssertion(samlResponse(wishes), NOW);
/** The comment makes the base64 hold every character that a form must escape. */
export const ASSERTION = assertionWith({ inside: '<!-- ÿÿÿ>>>???~~~ -->' });

export function tradeAt(endpoint: string | undefined, wishes: Partial<TradeRequest> = {}): Promise<Trade> {
  return createStsTrade({
    now: () => NOW,
    offsetMs: () => 0,
    transportOf: () => directTransport(),
    tellServerTime: () => {},
    patience: { wait: async () => {}, random: () => 0.5 },
  })({
    organisation: 'corp',
    useFips: false,
    assertion: ASSERTION,
    roleArn: ROLE,
    providerArn: PROVIDER,
    region: 'eu-west-1',
    endpoint,
    durationSeconds: 43_200,
    scope: 'full',
    thenAssume: undefined,
    stillGood: () => true,
    ...wishes,
  });
}

export async function refusedAt(
  endpoint: string | undefined,
  wishes: Partial<TradeRequest> = {},
): Promise<AppError> {
  const error: unknown = await tradeAt(endpoint, wishes).catch((thrown: unknown) => thrown);
  if (error instanceof AppError) return error;
  throw new Error('it was taken, or failed in a way of its own', { cause: error });
}
