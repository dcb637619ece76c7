/** An S3 client for tests: keeps what was asked, and answers when the test says so. */
import type { S3Answer } from '../../../../electron/contract/s3-port.ts';
import type { S3Client, S3Listener, S3Start } from '../../../bridge/s3-port.ts';

export interface FakeAsk {
  start: S3Start;
  listener: S3Listener;
  stopped: boolean;
}

export interface FakeS3 {
  s3: S3Client;
  asks: FakeAsk[];
  /** Answers the newest ask; without its number. */
  answer(part: object): void;
  lose(): void;
}

export function fakeS3(): FakeS3 {
  const asks: FakeAsk[] = [];
  const newest = () => {
    const ask = asks.at(-1);
    if (!ask) throw new Error('nothing was asked');
    return ask;
  };
  return {
    asks,
    answer: (part) => newest().listener.answer({ id: 0, ...part } as S3Answer),
    lose: () => newest().listener.lost(),
    s3: {
      takePort: () => undefined,
      start(start, listener) {
        const ask: FakeAsk = { start, listener, stopped: false };
        asks.push(ask);
        return {
          more: () => true,
          stop: () => {
            ask.stopped = true;
          },
        };
      },
    },
  };
}
