/**
 * Keys as each part of S3's protocol wants them. Pure.
 * Sources: S3 API Reference, CopyObject (`x-amz-copy-source` is URL-encoded); S3 User Guide, "Object key naming
 * guidelines" (XML-related constraints); XML 1.0, production `Char`.
 */

/** All but `A-Z a-z 0-9 - _ . ~` encoded. Throws a URIError on half a surrogate pair, which no key has. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** What CopyObject and UploadPartCopy take as source; an access point is named by its ARN. */
export function copySource(bucket: string, key: string, version: string | null): string {
  const path = bucket.startsWith('arn:') ? `${bucket}/object/${key}` : `${bucket}/${key}`;
  const name = path.split('/').map(encoded).join('/');
  return version === null ? name : `${name}?versionId=${encoded(version)}`;
}

/** A key of an answer with `EncodingType=url`: S3 encodes as forms do. */
export const fromForm = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

/**
 * Whether a document carries the key there and back unchanged. Control characters are none of XML's, line ends and
 * blanks at an end are changed by some readers.
 */
export const fitsXml = (key: string): boolean =>
  /^[^\p{Cc}\p{Cs}\u2028\ufffe\uffff]*$/u.test(key) && key.trim() === key;
