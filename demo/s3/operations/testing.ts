// For the tests of the operations: alex's client at a demo of its own.

import type { S3Client } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { credentialsOf, s3Client, startTestDemo, type TestDemo } from '../../testing.ts';

export const WORKBENCH = 'lark-workbench';
export const SCRATCH = 'lark-scratch';

export interface Bench {
  demo: TestDemo;
  s3: S3Client;
}

/** Filled before the first test of the file. */
export function startBench(): Bench {
  const bench = {} as Bench;
  beforeAll(async () => {
    bench.demo = await startTestDemo();
    const alex = await credentialsOf(bench.demo.organisation, 'alex', '111122223333/S3AccessRole');
    bench.s3 = s3Client(bench.demo.organisation, alex);
  });
  afterEach(() => bench.demo.moveClock(0));
  afterAll(() => bench.demo.remove());
  return bench;
}

export const named = (name: string) => expect.objectContaining({ name });
