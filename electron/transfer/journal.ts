/**
 * What a transfer has done so far, on disk as it happens: one JSON line a fact, so that a crash loses at most the last
 * one. SECURITY: names, sizes and upload ids, no credentials. Reading takes nothing on trust.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { S3Key } from '../contract/s3-names.ts';
import { ConflictAnswer, TransferOrder } from '../contract/transfer.ts';
import { isFull } from './attempts.ts';

const count = z.number().int().nonnegative();
const text = z.string().min(1).max(32_767);

/** A file that goes up by parts; void when the file is not of this size and time any more. */
const BegunUpload = z.strictObject({
  kind: z.literal('upload'),
  uploadId: text,
  sizeBytes: count,
  modifiedMs: z.number(),
  partBytes: z.number().int().positive(),
});
export type BegunUpload = z.infer<typeof BegunUpload>;

/** An object that comes down into a part file; void when the object has another ETag. */
const BegunDownload = z.strictObject({
  kind: z.literal('download'),
  /** The part file, absolute, and where it goes when it is whole. */
  part: text,
  path: text,
  etag: z.string().max(1024),
  sizeBytes: count,
  partBytes: z.number().int().positive(),
});
export type BegunDownload = z.infer<typeof BegunDownload>;

const Fact = z.union([
  z.strictObject({ began: S3Key, how: z.discriminatedUnion('kind', [BegunUpload, BegunDownload]) }),
  /** Confirmed by S3, or written to the part file. `etag` of an upload. */
  z.strictObject({
    part: S3Key,
    number: z.number().int().min(1).max(100_000),
    crc: count,
    etag: z.string().max(1024),
  }),
  /** The file stands in its place, so many bytes long; its part file may still be there. */
  z.strictObject({ placed: S3Key, bytes: count }),
  z.strictObject({ done: S3Key, bytes: count }),
  z.strictObject({ skipped: S3Key }),
  /** What had begun was given up, and nothing of it is left. */
  z.strictObject({ dropped: S3Key }),
  z.strictObject({ paused: z.boolean() }),
  /** Those with a lower one come first. */
  z.strictObject({ turn: z.number() }),
  /** What becomes of files whose name is taken. */
  z.strictObject({ answered: ConflictAnswer }),
]);
export type Fact = z.infer<typeof Fact>;

export interface DonePart {
  crc: number;
  etag: string;
}
export interface Begun {
  how: BegunUpload | BegunDownload;
  parts: Map<number, DonePart>;
  /** Its length, once it stands in its place. */
  placedBytes: number | null;
}

export interface Past {
  order: TransferOrder;
  /** Bytes by key; null for what was skipped. */
  done: Map<string, number | null>;
  begun: Map<string, Begun>;
  paused: boolean;
  /** When it was ordered, or where a person has put it. */
  turn: number;
  answered: ConflictAnswer | null;
}

const LARGEST_JOURNAL_BYTES = 512 * 1_048_576;
const Head = z.strictObject({ version: z.literal(1), order: TransferOrder });

export interface Journal {
  note(fact: Fact): void;
  /** The same, and on the disk itself before it returns. */
  noteForSure(fact: Fact): void;
  /** What has begun and is neither done nor given up. */
  unfinished(): ReadonlyMap<string, Begun>;
  close(): void;
}

export function beginJournal(file: string, order: TransferOrder): Journal {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const handle = openSync(file, 'wx', 0o600);
  const head: z.input<typeof Head> = { version: 1, order };
  writeSync(handle, `${JSON.stringify(head)}\n`);
  fsyncSync(handle);
  return journalOn(handle, emptyPast(order));
}

const emptyPast = (order: TransferOrder): Past => ({
  order,
  done: new Map(),
  begun: new Map(),
  paused: false,
  turn: order.orderedAt,
  answered: null,
});

/** Null: the file is no journal of ours, or of a later version. A torn last line is left away, and begun anew. */
export function readJournal(file: string): Past | null {
  const bytes = readFileSync(file);
  if (bytes.length > LARGEST_JOURNAL_BYTES) return null;
  const [first = '', ...lines] = bytes.toString('utf8').split('\n');
  const head = Head.safeParse(parsed(first));
  if (!head.success) return null;
  const past = emptyPast(head.data.order);
  for (const line of lines) {
    const fact = Fact.safeParse(parsed(line));
    if (fact.success) take(past, fact.data);
  }
  return past;
}

/** Goes on behind what is there. */
export function continueJournal(file: string, past: Past): Journal {
  const handle = openSync(file, 'a', 0o600);
  // What a crash tore apart must not spoil the next line.
  writeSync(handle, '\n');
  return journalOn(handle, { ...past, begun: new Map(past.begun) });
}

/** `now`: kept up with what is written, but for what is done, which may be very many. */
function journalOn(handle: number, now: Past): Journal {
  let open = true;
  let unwritten = '';
  /** A full disk is no reason to stop: what could not be noted is, before the next. */
  const write = () => {
    const bytes = Buffer.from(unwritten);
    try {
      let at = 0;
      while (at < bytes.length) at += writeSync(handle, bytes, at);
      unwritten = '';
    } catch (error) {
      if (!isFull(error)) throw error;
      // A line that was torn in two is left away when it is read; each is written anew.
      unwritten = `\n${unwritten.trimStart()}`;
    }
  };
  const note = (fact: Fact) => {
    if (!open) return;
    unwritten += `${JSON.stringify(fact)}\n`;
    write();
    if ('done' in fact) now.begun.delete(fact.done);
    else take(now, fact);
  };
  return {
    note,
    noteForSure(fact) {
      note(fact);
      fsyncSync(handle);
    },
    unfinished: () => now.begun,
    close() {
      if (open) closeSync(handle);
      open = false;
    },
  };
}

function take(past: Past, fact: Fact): void {
  if ('began' in fact) past.begun.set(fact.began, { how: fact.how, parts: new Map(), placedBytes: null });
  else if ('part' in fact)
    past.begun.get(fact.part)?.parts.set(fact.number, { crc: fact.crc, etag: fact.etag });
  else if ('placed' in fact) {
    const begun = past.begun.get(fact.placed);
    if (begun) begun.placedBytes = fact.bytes;
  } else if ('paused' in fact) past.paused = fact.paused;
  else if ('turn' in fact) past.turn = fact.turn;
  else if ('answered' in fact) past.answered = fact.answered;
  else if ('dropped' in fact) past.begun.delete(fact.dropped);
  else {
    const key = 'done' in fact ? fact.done : fact.skipped;
    past.begun.delete(key);
    past.done.set(key, 'done' in fact ? fact.bytes : null);
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
