// Percent-encoding on bytes, because object keys are bytes: no URL parser may fold dots, slashes or case.
// Pure.

export interface QueryField {
  name: Buffer;
  value: Buffer;
}

export interface RawUrl {
  /** As sent, still escaped, with its leading slash. */
  path: string;
  query: QueryField[];
}

/** Splits a request target; undefined if it is not origin-form (RFC 9112 section 3.2.1). */
export function splitTarget(target: string): RawUrl | undefined {
  if (!target.startsWith('/')) return undefined;
  const mark = target.indexOf('?');
  if (mark === -1) return { path: target, query: [] };
  return { path: target.slice(0, mark), query: readQuery(target.slice(mark + 1)) };
}

function readQuery(query: string): QueryField[] {
  return query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(part) ?? [];
      return { name: decodeBytes(name.replaceAll('+', ' ')), value: decodeBytes(value.replaceAll('+', ' ')) };
    });
}

/** Undoes %XX; a stray % stays as it is. */
export function decodeBytes(text: string): Buffer {
  const binary = text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(binary, 'latin1');
}

/** The AWS form of %XX: everything but A-Z a-z 0-9 - . _ ~ (S3 API, "Signature Version 4", UriEncode). */
export function encodeBytes(bytes: Buffer, keepSlash: boolean): string {
  return bytes
    .toString('latin1')
    .replace(/[^A-Za-z0-9\-._~]/g, (character) =>
      character === '/' && keepSlash ? '/' : `%${hexByte(character.charCodeAt(0))}`,
    );
}

function hexByte(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}

/** Strict UTF-8, a byte order mark kept; undefined if the bytes are not UTF-8. */
export function readUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
