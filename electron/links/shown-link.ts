/** A signed link as it may be shown: where it leads and how long it lasts, nothing that opens it. Pure. */

const open = ['versionId', 'X-Amz-Expires'];

export function shownLink(url: string): string {
  const [place = '', query = ''] = url.split('?', 2);
  const told = query.split('&').filter((part) => open.includes(part.split('=', 1)[0] ?? ''));
  return `${place}?${[...told, '…', 'X-Amz-Signature=••••••••'].join('&')}`;
}
