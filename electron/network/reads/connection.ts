/** One connection to an origin, whose bytes come into buffers that it keeps: whoever hears them has them until then. */
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls, type SecureContext, type TLSSocket } from 'node:tls';
import { placeOf } from '../place-of.ts';

export interface Listener {
  /**
   * False: the bytes are to stay as they are until `resume`, and none come meanwhile but what was decrypted together with
   * them. Else they may be overwritten at once.
   */
  bytes(bytes: Buffer): boolean;
  /** Null: it was closed in good order. Called once, and nothing after it. */
  gone(error: Error | null): void;
  silent(): void;
}

interface Way {
  origin: string;
  /** Undefined: Node's own authorities alone. */
  secureContext: SecureContext | undefined;
  /** Of a connection before, so that the next costs one round less. */
  session: Buffer | undefined;
  keepSession: (session: Buffer) => void;
}

/** As much as one read of the kernel brings at its best, and a record of TLS with room (RFC 8446, 5.1: 16 KiB). */
const BUFFER_BYTES = { plain: 262_144, secure: 32_768 };

export class Connection {
  readonly origin: string;
  /** Rejects as the listener hears of it. */
  readonly opened: Promise<void>;
  /** An answer was read from it before. */
  isUsed = false;
  readonly #socket: Socket;
  #listener: Listener | null;
  readonly #bufferBytes: number;
  #free: Buffer[] = [];
  #lent: Buffer[] = [];

  constructor(way: Way, listener: Listener) {
    this.origin = way.origin;
    this.#listener = listener;
    const { isSecure, host, port } = placeOf(way.origin);
    this.#bufferBytes = isSecure ? BUFFER_BYTES.secure : BUFFER_BYTES.plain;
    const place = {
      host,
      port,
      noDelay: true,
      onread: {
        // Asked at the beginning, and after each read for the next one.
        buffer: () => this.#free.pop() ?? Buffer.allocUnsafeSlow(this.#bufferBytes),
        callback: (bytes: number, buffer: Uint8Array) => this.#came(bytes, buffer as Buffer),
      },
    };
    this.#socket = isSecure ? secured(place, host, way) : connectTcp(place);
    this.opened = new Promise((resolve, reject) => {
      this.#socket.once(isSecure ? 'secureConnect' : 'connect', resolve);
      this.#socket.once('error', reject);
    });
    this.opened.catch(() => {});
    let failure: Error | null = null;
    this.#socket.on('error', (error) => {
      failure = error;
    });
    this.#socket.once('close', () => this.#listener?.gone(failure));
    this.#socket.on('timeout', () => this.#listener?.silent());
  }

  /** From now on, instead of whoever heard it before. */
  hear(listener: Listener): void {
    this.#listener = listener;
  }

  /** Whether it keeps the process from ending. */
  matters(yes: boolean): void {
    if (yes) this.#socket.ref();
    else this.#socket.unref();
  }

  write(text: string): void {
    this.#socket.write(text, 'latin1');
  }

  resume(): void {
    this.#free.push(...this.#lent);
    this.#lent = [];
    this.#socket.resume();
  }

  /** `silent` is called after so many ms without a byte; 0: never. Begins anew at each call. */
  limitSilence(ms: number): void {
    this.#socket.setTimeout(ms);
  }

  /** Nobody hears of it. */
  destroy(): void {
    this.#listener = null;
    this.#socket.destroy();
  }

  /** Whoever hears it is told. */
  abort(error: Error): void {
    const listener = this.#listener;
    this.destroy();
    listener?.gone(error);
  }

  #came(bytes: number, buffer: Buffer): boolean {
    const isFree = this.#listener?.bytes(buffer.subarray(0, bytes)) ?? false;
    (isFree && this.#lent.length === 0 ? this.#free : this.#lent).push(buffer);
    return isFree;
  }
}

function secured(
  place: ConnectionOptions,
  host: string,
  { secureContext, session, keepSession }: Way,
): TLSSocket {
  const socket = connectTls({
    ...place,
    ...(isIP(host) ? {} : { servername: host }),
    ...(secureContext === undefined ? {} : { secureContext }),
    ...(session === undefined ? {} : { session }),
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: true,
  });
  socket.on('session', keepSession);
  return socket;
}
