/**
 * Owns a session bus of its own and a plain client for it: calls, signals, names, served methods.
 * Knows no service on the bus.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as dbusNative from '@homebridge/dbus-native';

export interface BusMessage {
  type: number;
  path: string;
  interface: string;
  member: string;
  sender: string;
  destination?: string;
  body?: unknown[];
}

type Answer = (error: { name?: string; message: unknown } | null, ...values: unknown[]) => void;

interface RawBus {
  connection: {
    on(event: 'message', listener: (message: BusMessage) => void): void;
    off(event: 'message', listener: (message: BusMessage) => void): void;
    on(event: 'error', listener: (error: Error) => void): void;
    end(): void;
  };
  name?: string;
  invoke(message: object, answer: Answer): void;
  addMatch(rule: string, answer: Answer): void;
  requestName(name: string, flags: number, answer: Answer): void;
  exportInterface(served: Record<string, unknown>, path: string, description: Served): void;
  sendSignal(path: string, iface: string, member: string, signature?: string, body?: unknown[]): void;
}

export interface Served {
  name: string;
  /** Member → signatures of its arguments and of its result. */
  methods: Record<string, [string, string]>;
  /** Member → signature of its value. */
  properties: Record<string, string>;
}

/** Arguments of the call, the message itself last. */
export type Method = (...args: unknown[]) => unknown;

export interface Bus {
  address: string;
  call(to: Target, member: string, signature?: string, body?: unknown[]): Promise<unknown[]>;
  onSignal(listener: (message: BusMessage) => void): () => void;
  own(name: string): Promise<void>;
  /** `members` holds a function for each method and a value for each property. */
  serve(path: string, description: Served, members: Record<string, unknown>): void;
  signal(path: string, iface: string, member: string, signature?: string, body?: unknown[]): void;
  close(): void;
}

export interface Target {
  destination: string;
  path: string;
  interface: string;
}

const SIGNAL = 4;

/** A bus without service files: nothing starts by itself on it. Root may look in from outside. */
export async function writeBusConfig(folder: string): Promise<string> {
  const file = join(folder, 'bus.conf');
  const allow = ['send_destination', 'receive_sender', 'own', 'user'].map((what) => `<allow ${what}="*"/>`);
  await writeFile(
    file,
    `<busconfig><type>session</type><listen>unix:path=${join(folder, 'bus')}</listen>
     <policy context="default">${allow.join('')}<allow eavesdrop="true"/></policy></busconfig>`,
  );
  return file;
}

export async function connectBus(address: string): Promise<Bus> {
  const { createClient } = dbusNative as unknown as {
    createClient(options: { busAddress: string }): RawBus;
  };
  const raw = createClient({ busAddress: address });
  // A bus that goes away at the end of a test is no news.
  raw.connection.on('error', () => undefined);
  await promised((answer) => raw.addMatch("type='signal'", answer));
  return {
    address,
    call: (to, member, signature, body) =>
      promised((answer) => raw.invoke({ ...to, member, ...(signature ? { signature, body } : {}) }, answer)),
    onSignal: (listener) => {
      const only = (message: BusMessage) => {
        if (message.type === SIGNAL) listener(message);
      };
      raw.connection.on('message', only);
      return () => raw.connection.off('message', only);
    },
    own: async (name) => {
      await promised((answer) => raw.requestName(name, 0, answer));
    },
    serve: (path, description, members) => raw.exportInterface(members, path, description),
    signal: (path, iface, member, signature, body) => raw.sendSignal(path, iface, member, signature, body),
    close: () => raw.connection.end(),
  };
}

function promised(start: (answer: Answer) => void): Promise<unknown[]> {
  return new Promise((resolve, reject) =>
    start((error, ...values) => {
      if (error === null || error === undefined) resolve(values);
      else reject(new Error(`${error.name ?? 'D-Bus error'}: ${String(error.message)}`));
    }),
  );
}

/** A variant arrives as `[signature tree, [value]]`. */
export function fromVariant(variant: unknown): unknown {
  if (!Array.isArray(variant) || !Array.isArray(variant[1])) return undefined;
  return variant[1][0];
}

/** `a{sv}` arrives as pairs of name and variant. */
export function fromDictionary(pairs: unknown): Record<string, unknown> {
  if (!Array.isArray(pairs)) return {};
  return Object.fromEntries(pairs.map(([name, variant]) => [String(name), fromVariant(variant)]));
}
