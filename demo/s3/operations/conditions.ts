// If-Match and its kin: of reading (RFC 9110 section 13), of writing (S3 User Guide, "Conditional writes") and of a
// copy's source.

import type { DemoObject } from '../content/object.ts';
import { noSuchKey, preconditionFailed, S3Error } from '../errors.ts';
import { headerValue, type SignableRequest } from '../sigv4.ts';

/** Throws 412; 'not modified' is answered with 304. */
export function readConditions(request: SignableRequest, object: DemoObject): 'go on' | 'not modified' {
  const [ifMatch, ifNoneMatch] = [headerValue(request, 'if-match'), headerValue(request, 'if-none-match')];
  if (ifMatch !== undefined) {
    if (!matches(ifMatch, object)) throw preconditionFailed('If-Match');
  } else if (isNewer(object, headerValue(request, 'if-unmodified-since'))) {
    throw preconditionFailed('If-Unmodified-Since');
  }
  if (ifNoneMatch !== undefined) return matches(ifNoneMatch, object) ? 'not modified' : 'go on';
  const since = headerValue(request, 'if-modified-since');
  return since !== undefined && isMoment(since) && !isNewer(object, since) ? 'not modified' : 'go on';
}

/** `present`: what the key holds now. */
export function writeConditions(
  request: SignableRequest,
  key: string,
  present: DemoObject | undefined,
): void {
  const [ifMatch, ifNoneMatch] = [headerValue(request, 'if-match'), headerValue(request, 'if-none-match')];
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*') {
    throw new S3Error(
      501,
      'NotImplemented',
      'A header you provided implies functionality that is not implemented',
      {
        details: { Header: 'If-None-Match', additionalMessage: 'We don’t accept the provided value' },
      },
    );
  }
  if (ifNoneMatch === '*' && present) throw preconditionFailed('If-None-Match');
  if (ifMatch === undefined) return;
  if (!present) throw noSuchKey(key);
  if (!matches(ifMatch, present)) throw preconditionFailed('If-Match');
}

export function copySourceConditions(request: SignableRequest, source: DemoObject): void {
  const value = (name: string) => headerValue(request, `x-amz-copy-source-${name}`);
  const [ifMatch, ifNoneMatch] = [value('if-match'), value('if-none-match')];
  if (ifMatch !== undefined && !matches(ifMatch, source))
    throw preconditionFailed('x-amz-copy-source-If-Match');
  if (ifNoneMatch !== undefined && matches(ifNoneMatch, source))
    throw preconditionFailed('x-amz-copy-source-If-None-Match');
  if (ifMatch === undefined && isNewer(source, value('if-unmodified-since')))
    throw preconditionFailed('x-amz-copy-source-If-Unmodified-Since');
  const since = value('if-modified-since');
  if (ifNoneMatch === undefined && since !== undefined && isMoment(since) && !isNewer(source, since))
    throw preconditionFailed('x-amz-copy-source-If-Modified-Since');
}

function matches(header: string, { etag }: DemoObject): boolean {
  const bare = (text: string) => text.trim().replace(/^"(.*)"$/, '$1');
  return header.trim() === '*' || header.split(',').some((one) => bare(one) === bare(etag));
}

const isMoment = (text: string) => !Number.isNaN(Date.parse(text));

function isNewer({ modifiedAt }: DemoObject, than: string | undefined): boolean {
  return than !== undefined && isMoment(than) && modifiedAt > Date.parse(than);
}
