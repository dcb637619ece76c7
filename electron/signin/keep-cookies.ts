/**
 * "Keep me signed in": cookies that would end with Daypass are set again so that they outlive it for a while.
 * Chromium keeps them as it keeps every cookie (sealed with the system's key in a packaged app).
 */
import type { Cookie, Cookies } from 'electron';
import type { Log } from '../lib/log.ts';

/** A working day; the identity provider may end its own memory sooner. */
export const LONGEST_KEPT_MS = 12 * 3_600_000;

/** What the identity provider gave its pages to remember goes to disk; for longer where the person wants it. */
export async function rememberCookies(cookies: Cookies, keepUntil: number | null, log: Log): Promise<void> {
  try {
    if (keepUntil !== null) log('sign-in kept', await keepSessionCookies(cookies, keepUntil));
    await cookies.flushStore();
  } catch (error) {
    log('cookies not written', { error });
  }
}

export async function keepSessionCookies(
  cookies: Pick<Cookies, 'get' | 'set'>,
  keepUntil: number,
): Promise<{ kept: number; refused: number }> {
  const passing = (await cookies.get({})).filter(({ session }) => session === true);
  const results = await Promise.allSettled(
    passing.map((cookie) => cookies.set(lasting(cookie, keepUntil / 1000))),
  );
  const refused = results.filter(({ status }) => status === 'rejected').length;
  return { kept: passing.length - refused, refused };
}

function lasting(cookie: Cookie, expirationDate: number): Electron.CookiesSetDetails {
  const { name, value, domain = '', path = '/', secure = false, httpOnly = false, sameSite } = cookie;
  const host = domain.replace(/^\./, '');
  return {
    url: `${secure ? 'https' : 'http'}://${host}${path}`,
    name,
    value,
    path,
    secure,
    httpOnly,
    sameSite,
    expirationDate,
    // A cookie of one host only has no domain of its own, and must not get one.
    ...(cookie.hostOnly === true ? {} : { domain }),
  };
}
