/** Numbers, sizes, dates and ids as words on the screen. Local time, decimal units. Pure. */

const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** `0 B`, `812 B`, `14.2 kB`, `512 MB`: decimal units, three digits at most. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  if (unit === 0) return `${Math.round(value)} B`;
  return `${value >= 99.95 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

/** `12.4 of 20.3 GB`, `812 B of 1.2 kB`: the unit once where both have the same. */
export function formatBytesOf(done: number, total: number): string {
  const [value, unit] = formatBytes(done).split(' ');
  const all = formatBytes(total);
  return `${all.endsWith(` ${unit}`) ? value : formatBytes(done)} of ${all}`;
}

/** A length that is left, for seconds: `36 s`, `1 min 36 s`, `12 min`, `7 h 12 m`. */
export function formatLeft(seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 10) return `${minutes} min ${whole % 60} s`;
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 100 ? `${hours} h ${minutes % 60} m` : 'more than 4 days';
}

/** `1,248` */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** `1 object`, `1,248 objects` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

const two = (value: number) => String(value).padStart(2, '0');

/** `2026-10-02 09:12` in local time; epoch ms. */
export function formatDateTime(at: number): string {
  const date = new Date(at);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The same moment with seconds and zone, for a tip: `2026-10-02 09:12:44 +02:00`. */
export function formatDateTimeFull(at: number): string {
  const date = new Date(at);
  const offset = -date.getTimezoneOffset();
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return `${formatDateTime(at)}:${two(date.getSeconds())} ${zone}`;
}

/** `111122223333` → `1111-2222-3333`; anything else stays as it is. */
export function formatAccountId(accountId: string): string {
  return /^\d{12}$/.test(accountId) ? accountId.replace(/(\d{4})(?=\d)/g, '$1-') : accountId;
}

/** Role name with its path where it has one: `/team/reporting/ReportsReadWrite`. */
export function formatRole(role: { roleName: string; rolePath: string }): string {
  return role.rolePath === '/' ? role.roleName : role.rolePath + role.roleName;
}

/** A short countdown with seconds: `3 min 40 s`, `40 s`. */
export function formatCountdown(leftMs: number): string {
  const seconds = Math.max(0, Math.floor(leftMs / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`;
}

const classes: Record<string, string> = {
  '': 'Standard',
  STANDARD: 'Standard',
  STANDARD_IA: 'Infrequent',
  ONEZONE_IA: 'One zone',
  INTELLIGENT_TIERING: 'Intelligent',
  GLACIER: 'Glacier',
  GLACIER_IR: 'Glacier IR',
  DEEP_ARCHIVE: 'Deep archive',
  REDUCED_REDUNDANCY: 'Reduced',
  EXPRESS_ONEZONE: 'Express',
  OUTPOSTS: 'Outposts',
  // Tiers of Intelligent-Tiering, as S3 names them when it refuses to read.
  ARCHIVE_ACCESS: 'Archive access tier',
  DEEP_ARCHIVE_ACCESS: 'Deep archive access tier',
};

/** S3's storage class as a word; one we do not know is shown as S3 says it. */
export function formatStorageClass(storageClass: string): string {
  return classes[storageClass] ?? storageClass;
}
