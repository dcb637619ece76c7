/**
 * A request that the driven browser holds back → what becomes of it: the same rules as in the sign-in window.
 * Pure: knows shapes of the DevTools protocol (Fetch.requestPaused), sends nothing.
 */
import { z } from 'zod';
import { isLoopbackHost } from '../contract/sign-in-address.ts';
import type { SeenRequest } from './capture.ts';
import { isCaptureUrl, isSigninHost, signinHosts } from './partition.ts';

export const PausedRequest = z.looseObject({
  requestId: z.string(),
  frameId: z.string().optional(),
  resourceType: z.string(),
  request: z.looseObject({
    url: z.string(),
    method: z.string(),
    headers: z.record(z.string(), z.string()),
    postDataEntries: z.array(z.looseObject({ bytes: z.string().optional() })).optional(),
  }),
});
export type PausedRequest = z.infer<typeof PausedRequest>;

export type Verdict =
  | { kind: 'pass' }
  | { kind: 'block' }
  /** An address of AWS's sign-in: blocked, and looked at. */
  | { kind: 'capture'; seen: SeenRequest; origin: string | null }
  /** A whole page over plain http: blocked, and told. */
  | { kind: 'insecure'; host: string };

/** `pageId`: the target of a page with its own address bar; null for frames and workers. */
export function judge(
  { frameId, resourceType, request }: PausedRequest,
  pageId: string | null,
  capture: readonly string[] = [],
): Verdict {
  if (!URL.canParse(request.url)) return { kind: 'block' };
  const url = new URL(request.url);
  const isWholePage = resourceType === 'Document' && pageId !== null && frameId === pageId;
  if (isCaptureUrl(request.url, capture)) {
    const seen = { method: request.method, resourceType: isWholePage ? 'mainFrame' : resourceType };
    return { kind: 'capture', seen: { ...seen, uploadData: bodyOf(request) }, origin: originOf(request) };
  }
  if (isSigninHost(url.hostname)) return { kind: 'block' };
  if (url.protocol !== 'http:' || isLoopbackHost(url.hostname)) return { kind: 'pass' };
  return isWholePage ? { kind: 'insecure', host: url.host } : { kind: 'block' };
}

/** Patterns of what has to be held back for `judge` to see it. Everything else never comes to us at all. */
export function heldBack(capture: readonly string[] = []): { urlPattern: string }[] {
  const hosts = signinHosts().map((host) => `https://*${host}*`);
  const exact = capture.map((url) => literally(new URL(url)));
  return [...hosts, 'http://*', ...exact].map((urlPattern) => ({ urlPattern }));
}

/** `*`, `?` and `\` mean something in a pattern; addresses are matched without their fragment. */
function literally(url: URL): string {
  return url.href.replace(/#.*$/, '').replace(/[*?\\]/g, '\\$&');
}

function bodyOf(request: PausedRequest['request']): NonNullable<SeenRequest['uploadData']> {
  return (request.postDataEntries ?? []).map(({ bytes }) =>
    bytes === undefined ? {} : { bytes: Buffer.from(bytes, 'base64') },
  );
}

/** Origin of the page that posted, as the browser says it; null when it does not. */
function originOf({ headers }: PausedRequest['request']): string | null {
  const named = (name: string) => Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  for (const said of [named('origin'), named('referer')])
    if (said !== undefined && URL.canParse(said)) return new URL(said).origin;
  return null;
}
