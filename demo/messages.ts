// The words between the app and the demo's process. Pure; both sides check what they get.

import { z } from 'zod';

const OFFSET_MS = z.number().int();

export const ORDER = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start'), dataFolder: z.string().min(1), clockOffsetMs: OFFSET_MS }),
  z.strictObject({ kind: z.literal('clock'), offsetMs: OFFSET_MS }),
]);

export const REPORT = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ready'),
    organisation: z.strictObject({
      id: z.literal('demo'),
      name: z.literal('Larkfield'),
      signInUrl: z.url(),
      stsEndpoint: z.url(),
      s3Endpoint: z.url(),
      consoleEndpoint: z.url(),
      region: z.literal('eu-west-1'),
    }),
  }),
  z.strictObject({ kind: z.literal('moved'), offsetMs: OFFSET_MS }),
  z.strictObject({ kind: z.literal('failed'), message: z.string() }),
]);

export type DemoOrder = z.infer<typeof ORDER>;
export type DemoReport = z.infer<typeof REPORT>;
