import { describe, expect, it } from 'vitest';
import type { S3Answer } from '../../../../electron/contract/s3-port.ts';
import type { S3Client, S3Listener, S3Start } from '../../../bridge/s3-port.ts';
import { FIRST_BYTES, MOST_BYTES } from './limits.ts';
import { createReading } from './reading.ts';

const object = { pass: 'p', bucket: 'b', key: 'k', version: null };

function open() {
  const asked: (S3Start & { listener: S3Listener; stopped: boolean })[] = [];
  const s3: S3Client = {
    takePort: () => undefined,
    start(ask, listener) {
      const one = { ...ask, listener, stopped: false };
      asked.push(one);
      return {
        more: () => true,
        stop() {
          one.stopped = true;
        },
      };
    },
  };
  const reading = createReading(s3, object);
  const answer = (
    said:
      | Omit<Extract<S3Answer, { kind: 'bytes' }>, 'id'>
      | Omit<Extract<S3Answer, { kind: 'failed' }>, 'id'>,
  ) => asked.at(-1)?.listener.answer({ id: 1, ...said } as S3Answer);
  const bytes = (text: string, totalBytes: number, etag: string | null = '"e"') =>
    answer({ kind: 'bytes', bytes: new TextEncoder().encode(text), totalBytes, etag });
  const text = () => new TextDecoder().decode(reading.current().bytes ?? new Uint8Array());
  return { reading, asked, answer, bytes, text };
}

describe('the reading of an object', () => {
  it('begins at its beginning, and reads on behind what is there, of the same content', () => {
    const { reading, asked, bytes, text } = open();
    reading.readTo(FIRST_BYTES);
    expect(asked[0]).toMatchObject({ op: 'bytes', ...object, from: 0, length: FIRST_BYTES, etag: null });
    bytes('abc', 10);
    reading.readTo(6);
    expect(asked[1]).toMatchObject({ from: 3, length: 3, etag: '"e"' });
    bytes('def', 10);
    expect([text(), reading.current().totalBytes, reading.current().asking]).toEqual(['abcdef', 10, false]);
  });

  it('asks for no more than there is, and not twice at once', () => {
    const { reading, asked, bytes } = open();
    reading.readTo(FIRST_BYTES, '"known"');
    reading.readTo(FIRST_BYTES);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ etag: '"known"' });
    bytes('abc', 5);
    reading.readTo(MOST_BYTES * 2);
    expect(asked[1]).toMatchObject({ from: 3, length: 2 });
    bytes('de', 5);
    reading.readTo(MOST_BYTES);
    expect(asked).toHaveLength(2);
  });

  it('never asks for more than the most', () => {
    const { reading, asked } = open();
    reading.readTo(MOST_BYTES * 2);
    expect(asked[0]).toMatchObject({ length: MOST_BYTES });
  });

  it('keeps what it has when the rest fails, and can begin anew', () => {
    const { reading, asked, bytes, answer, text } = open();
    reading.readTo(3);
    bytes('abc', 10);
    reading.readTo(6);
    answer({ kind: 'failed', failure: { code: 's3-changed-meanwhile', retry: 'never' } });
    expect([text(), reading.current().failure?.code]).toEqual(['abc', 's3-changed-meanwhile']);
    reading.anew(3);
    expect(asked.at(-1)).toMatchObject({ from: 0, etag: null });
    bytes('xyz', 7, '"f"');
    expect([text(), reading.current().etag, reading.current().failure]).toEqual(['xyz', '"f"', null]);
  });

  it('that is stopped asks again only when it is wanted', () => {
    const { reading, asked } = open();
    reading.readTo(3);
    reading.stop();
    expect([asked[0]?.stopped, reading.current().asking]).toEqual([true, false]);
    reading.readTo(3);
    expect(asked).toHaveLength(2);
  });

  it('survives one death of the S3 process', () => {
    const { reading, asked } = open();
    reading.readTo(3);
    asked[0]?.listener.lost();
    expect([asked.length, reading.current().asking]).toEqual([2, true]);
    asked[1]?.listener.lost();
    expect([asked.length, reading.current().failure?.code]).toEqual([2, 's3-process-died']);
  });
});
