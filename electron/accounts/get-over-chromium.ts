/** One small GET over Chromium's stack, so that the system's proxy and certificates count. One world: Electron. */
import { net } from 'electron';

const PATIENCE_MS = 15_000;
const MOST_BYTES = 65_536;

/** The body of a 200; null for anything else, for a redirect above all. */
export async function getOverChromium(
  url: string,
  headers: Record<string, string>,
): Promise<Uint8Array | null> {
  const answer = await net.fetch(url, {
    headers,
    // SECURITY: a signed request goes to the host it was signed for and nowhere else.
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (answer.status !== 200) return null;
  const body = new Uint8Array(await answer.arrayBuffer());
  return body.length > MOST_BYTES ? null : body;
}
