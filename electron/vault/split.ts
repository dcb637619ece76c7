/**
 * Keeps long values where one entry is short (Windows: 2,560 bytes), crash-safely: new parts under a new
 * generation, then the manifest that names them, then the old parts go. Values that fit stay one entry.
 */
import { createHash } from 'node:crypto';
import type { Keychain } from './keychain.ts';

interface Manifest {
  generation: number;
  parts: number;
  digest: string;
}

const MARK = 'parts:';

/** `limitBytes`: what one entry holds. Where there is no limit worth naming this only costs a look before each write. */
export function splitLongValues(keychain: Keychain, limitBytes: number): Keychain {
  const partName = (account: string, { generation }: Pick<Manifest, 'generation'>, part: number) =>
    `${account}~${generation}.${part}`;
  const manifestOf = async (account: string): Promise<Manifest | null> =>
    parseManifest(await keychain.get(account));
  const dropParts = async (account: string, manifest: Manifest | null) => {
    for (let part = 0; part < (manifest?.parts ?? 0); part++) {
      if (manifest) await keychain.delete(partName(account, manifest, part));
    }
  };

  return {
    async get(account) {
      const value = await keychain.get(account);
      const manifest = parseManifest(value);
      if (!manifest) return value;
      const parts: string[] = [];
      for (let part = 0; part < manifest.parts; part++) {
        parts.push((await keychain.get(partName(account, manifest, part))) ?? '');
      }
      const whole = parts.join('');
      return digestOf(whole) === manifest.digest ? whole : null;
    },
    async set(account, value) {
      const old = await manifestOf(account);
      if (Buffer.byteLength(value) <= limitBytes && !value.startsWith(MARK)) {
        await keychain.set(account, value);
      } else {
        const pieces = cut(value, limitBytes);
        const manifest = {
          generation: (old?.generation ?? 0) + 1,
          parts: pieces.length,
          digest: digestOf(value),
        };
        for (const [part, piece] of pieces.entries())
          await keychain.set(partName(account, manifest, part), piece);
        await keychain.set(account, `${MARK}${manifest.generation}.${manifest.parts}.${manifest.digest}`);
      }
      await dropParts(account, old);
    },
    async delete(account) {
      const manifest = await manifestOf(account);
      const gone = await keychain.delete(account);
      await dropParts(account, manifest);
      return gone;
    },
  };
}

function parseManifest(value: string | null): Manifest | null {
  const match = /^parts:(\d{1,9})\.(\d{1,3})\.([0-9a-f]{64})$/.exec(value ?? '');
  if (!match) return null;
  return { generation: Number(match[1]), parts: Number(match[2]), digest: match[3] ?? '' };
}

/** Credentials are ASCII, so characters are bytes; others are cut by characters of at most four bytes. */
function cut(value: string, limitBytes: number): string[] {
  const size = Buffer.byteLength(value) === value.length ? limitBytes : Math.floor(limitBytes / 4);
  return Array.from({ length: Math.ceil(value.length / size) }, (_, i) =>
    value.slice(i * size, (i + 1) * size),
  );
}

function digestOf(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}
