/** A store of objects as S3 has them, for tests: versions and delete markers, conditions, tags, uploads by parts. */
import { createHash } from 'node:crypto';

export interface Stored {
  version: string;
  isMarker: boolean;
  body: string;
  /** Said instead of the body's length, of something large. */
  sizeBytes: number;
  etag: string;
  headers: Record<string, string>;
  tags: [string, string][];
}

export interface Upload {
  key: string;
  headers: Record<string, string>;
  tags: [string, string][];
  parts: Map<number, { etag: string; body: string; first: number; last: number }>;
}

export class Store {
  versioned = false;
  /** Newest last. */
  readonly keys = new Map<string, Stored[]>();
  readonly uploads = new Map<string, Upload>();
  #last = 0;

  put(key: string, body: string, more: Partial<Stored> = {}): Stored {
    const digest = createHash('md5').update(body).digest('hex');
    return this.#add(key, {
      version: this.versioned ? `v${++this.#last}` : 'null',
      isMarker: false,
      body,
      sizeBytes: Buffer.byteLength(body),
      etag: `"${digest}"`,
      headers: {},
      tags: [],
      ...more,
    });
  }

  #add(key: string, stored: Stored): Stored {
    const all = this.keys.get(key) ?? [];
    this.keys.set(key, [...all.filter(({ version }) => version !== stored.version), stored]);
    return stored;
  }

  find(key: string, version: string | null): Stored | undefined {
    const all = this.keys.get(key) ?? [];
    return version === null ? all.at(-1) : all.find((one) => one.version === version);
  }

  /** What is present, or undefined. */
  get(key: string): Stored | undefined {
    const found = this.find(key, null);
    return found?.isMarker ? undefined : found;
  }

  /** The marker that was made or taken away, if any. */
  delete(key: string, version: string | null): Stored | undefined {
    if (version === null && this.versioned) {
      const empty = { body: '', sizeBytes: 0, etag: '', headers: {}, tags: [] };
      return this.#add(key, { version: `v${++this.#last}`, isMarker: true, ...empty });
    }
    const gone = this.find(key, version ?? 'null');
    const left = (this.keys.get(key) ?? []).filter((one) => one !== gone);
    if (left.length === 0) this.keys.delete(key);
    else this.keys.set(key, left);
    return gone?.isMarker ? gone : undefined;
  }

  sortedKeys(): string[] {
    return [...this.keys.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  }

  /** Key → body of everything that is present. */
  present(): Record<string, string> {
    return Object.fromEntries(
      this.sortedKeys().flatMap((key) => {
        const found = this.get(key);
        return found ? [[key, found.body]] : [];
      }),
    );
  }

  begin(upload: Omit<Upload, 'parts'>): string {
    const id = `upload-${++this.#last}`;
    this.uploads.set(id, { ...upload, parts: new Map() });
    return id;
  }
}
