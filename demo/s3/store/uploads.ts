// Multipart uploads of one bucket that are under way: their parts, in memory or by reference, until they are completed
// or aborted. Knows no request and no right.

import type { Checksum, DemoObject } from '../content/object.ts';
import type { Piece } from '../content/pieces.ts';
import { sortByKey } from './key-order.ts';
import type { Room } from './room.ts';
import { freshVersionId } from './version.ts';

export interface Part extends Piece {
  number: number;
  /** With its quotation marks. */
  etag: string;
  modifiedAt: number;
  checksum: Checksum | undefined;
  /** What its bytes take of the room, 0 by reference. */
  roomBytes: number;
}

/** What the object will have beside its bytes. */
export type Facts = Pick<
  DemoObject,
  'contentType' | 'storageClass' | 'headers' | 'metadata' | 'tags' | 'kmsKeyArn'
>;

export interface Upload {
  id: string;
  key: string;
  startedAt: number;
  facts: Facts;
  checksum: Pick<Checksum, 'algorithm' | 'type'> | undefined;
  /** By number, in its order. */
  parts(): readonly Part[];
}

export interface Uploads {
  begin(upload: Pick<Upload, 'key' | 'startedAt' | 'facts' | 'checksum'>): Upload;
  find(key: string, id: string): Upload | undefined;
  /** In the order of their keys, of one key the oldest first. */
  all(): readonly Upload[];
  /** In the place of a part of that number; false when there is no room. */
  putPart(upload: Upload, part: Part): boolean;
  /** Its parts are gone, and their room is free. */
  end(upload: Upload): void;
}

export function createUploads(room: Room): Uploads {
  const uploads = new Map<string, { upload: Upload; parts: Map<number, Part> }>();
  return {
    begin(wanted) {
      const id = freshVersionId();
      const parts = new Map<number, Part>();
      const sorted = () => [...parts.values()].sort((a, b) => a.number - b.number);
      const upload = { ...wanted, id, parts: sorted };
      uploads.set(id, { upload, parts });
      return upload;
    },
    find(key, id) {
      const found = uploads.get(id)?.upload;
      return found?.key === key ? found : undefined;
    },
    all: () => sortByKey([...uploads.values()].map(({ upload }) => upload)),
    putPart({ id }, part) {
      const parts = uploads.get(id)?.parts;
      if (!parts || !room.take(part.roomBytes)) return false;
      const before = parts.get(part.number);
      if (before) room.giveBack(before.roomBytes);
      parts.set(part.number, part);
      return true;
    },
    end({ id }) {
      for (const { roomBytes } of uploads.get(id)?.parts.values() ?? []) room.giveBack(roomBytes);
      uploads.delete(id);
    },
  };
}
