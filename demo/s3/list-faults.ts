// Spoils answers to ListObjectsV2 on order, for tests: what a network, a proxy or a service of another kind does to them.
// Nothing is spoiled unless a test asks for it.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Handle } from '../http/serve.ts';
import type { ListFault, ListFaultPlan } from '../messages.ts';
import { element, XML_DECLARATION } from '../xml.ts';

export interface ListFaults {
  /** The next lists are spoiled like this, null: none. Answers how many the plan before has spoiled. */
  plan(plan: ListFaultPlan | null): number;
  around(handle: Handle): Handle;
}

type Spoil = (request: IncomingMessage, response: ServerResponse) => 'answered' | ((xml: string) => string);

const HUGE_BYTES = 11_000_000;
const XML = { 'Content-Type': 'application/xml' };

const SPOIL: Record<ListFault, Spoil> = {
  slowDown: (_request, response) => refuse(response, 503, 'SlowDown', 'Please reduce your request rate.'),
  internalError: (_request, response) =>
    refuse(response, 500, 'InternalError', 'We encountered an internal error. Please try again.'),
  errorAsSuccess: (_request, response) =>
    refuse(response, 200, 'InternalError', 'We encountered an internal error. Please try again.'),
  cut: (_request, response) => {
    response.writeHead(200, { ...XML, 'Content-Length': 100_000 });
    response.write(`${XML_DECLARATION}<ListBucketResult><Contents><Key>half`, () => response.destroy());
    return 'answered';
  },
  halfPage: () => (xml) => xml.slice(0, xml.length / 2),
  portal: (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(
      '<!doctype html><html><body><script>globalThis.larkfieldRan = true</script>Sign in to the Wi-Fi</body></html>',
    );
    return 'answered';
  },
  wrongCount: () => (xml) =>
    xml.replace(/<KeyCount>(\d+)/, (_all, count) => `<KeyCount>${Number(count) + 1}`),
  sameToken: (request) => (xml) => {
    const token = /[?&]continuation-token=([^&]*)/.exec(request.url ?? '')?.[1];
    if (token === undefined) return xml;
    const same = element('NextContinuationToken', decodeURIComponent(token));
    return xml
      .replace(/<NextContinuationToken>[^<]*<\/NextContinuationToken>/, '')
      .replace(/<IsTruncated>\w+<\/IsTruncated>/, `${same}<IsTruncated>true</IsTruncated>`);
  },
  disorder: () => (xml) => {
    const rows = xml.match(/<Contents>.*?<\/Contents>/gs) ?? [];
    const [first = '', last = ''] = [rows[0], rows.at(-1)];
    return xml.replace(rows.join(''), () => [last, ...rows.slice(1, -1), first].join(''));
  },
  huge: () => (xml) =>
    xml.replace('</ListBucketResult>', () => `${' '.repeat(HUGE_BYTES)}</ListBucketResult>`),
  redirect: (_request, response) => {
    response.writeHead(301).end();
    return 'answered';
  },
};

function refuse(response: ServerResponse, status: number, code: string, message: string): 'answered' {
  const xml = `${XML_DECLARATION}<Error>${element('Code', code)}${element('Message', message)}</Error>`;
  response.writeHead(status, XML).end(xml);
  return 'answered';
}

export function createListFaults(): ListFaults {
  let present: ListFaultPlan | null = null;
  let lists = 0;
  let spoiled = 0;
  const due = (request: IncomingMessage): ListFault | null => {
    if (!present || !/[?&]list-type=2(&|$)/.test(request.url ?? '')) return null;
    lists++;
    const { fault, after, times } = present;
    if (lists <= after || lists > after + times) return null;
    spoiled++;
    return fault;
  };
  return {
    plan(plan) {
      const before = spoiled;
      present = plan;
      lists = 0;
      spoiled = 0;
      return before;
    },
    around: (handle) => async (request, response) => {
      const fault = due(request);
      const spoil = fault && SPOIL[fault](request, response);
      if (spoil === 'answered') return;
      if (spoil) spoilEnd(response, spoil);
      await handle(request, response);
    },
  };
}

/** The true answer is ended with one text. */
function spoilEnd(response: ServerResponse, spoil: (xml: string) => string): void {
  const end = response.end.bind(response) as (text: unknown) => ServerResponse;
  response.end = ((text: unknown) =>
    end(typeof text === 'string' ? spoil(text) : text)) as typeof response.end;
}
