/**
 * The header that names what a browser saves: in ASCII for old ones, in full for all others. Pure.
 * Sources: RFC 6266, section 4.3 and appendix D; RFC 8187, section 3.2.1.
 */

export function attachmentNamed(name: string): string {
  // Some browsers unescape a percent sign in the plain form (RFC 6266, appendix D).
  const plain = name.replace(/[^\x20-\x7e]/gu, '_').replace(/["\\%]/g, '_');
  const full = `filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}`;
  return plain === name ? `attachment; filename="${plain}"` : `attachment; filename="${plain}"; ${full}`;
}

const percent = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
