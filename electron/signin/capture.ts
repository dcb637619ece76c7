/**
 * A request seen on its way to AWS → the SAML response in it, still base64, or why it is none.
 * Pure: knows shapes, not Electron. Measured shapes: a form is exactly one `bytes` part on a main frame.
 */
import { AppError } from '../lib/app-error.ts';
import { LARGEST_ASSERTION_CHARACTERS } from './assertion.ts';

export interface SeenRequest {
  method: string;
  resourceType: string;
  uploadData?: readonly { bytes?: Uint8Array; file?: string; blobUUID?: string }[];
}

/** Nothing larger is decoded; STS takes 100,000 characters of assertion at most. */
const LARGEST_BODY_BYTES = 1_048_576;

/**
 * SECURITY: only a top-level page's form counts. A page can make `fetch`, frames and beacons to any host at
 * will, so an answer taken from those could be planted without the person seeing anything.
 */
export function isTopLevelPost(request: SeenRequest): boolean {
  return request.method === 'POST' && request.resourceType === 'mainFrame';
}

/** The value of `SAMLResponse`, base64 without line breaks. Throws `AppError` for anything else. */
export function samlResponseOf(request: SeenRequest): string {
  const parts = request.uploadData ?? [];
  const bytes = parts[0]?.bytes;
  if (parts.length !== 1 || bytes === undefined) throw new AppError('assertion-not-a-form');
  if (bytes.length > LARGEST_BODY_BYTES)
    throw new AppError('assertion-too-large', { subject: `${bytes.length} bytes` });
  const body = Buffer.from(bytes).toString('latin1');
  if (!/^[A-Za-z0-9%+=&._~*-]*$/.test(body)) throw new AppError('assertion-not-a-form');
  const values = new URLSearchParams(body).getAll('SAMLResponse');
  const [value] = values;
  if (value === undefined || value === '') throw new AppError('assertion-missing');
  if (values.length > 1)
    throw new AppError('assertion-ambiguous', { subject: 'SAMLResponse stands in the form twice' });
  return strictBase64(value);
}

/**
 * SECURITY: Node decodes leniently (junk after padding, url-safe letters), so what we read could differ from
 * what STS reads; only the exact encoding of the decoded bytes is taken.
 */
function strictBase64(value: string): string {
  const compact = value.replace(/[\r\n\t ]/g, '');
  if (compact.length > LARGEST_ASSERTION_CHARACTERS) {
    throw new AppError('assertion-too-large', { subject: `${compact.length} characters` });
  }
  const exact = Buffer.from(compact, 'base64').toString('base64') === compact;
  if (compact.length < 4 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact) || !exact)
    throw new AppError('assertion-not-base64');
  return compact;
}
