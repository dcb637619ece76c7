// The words between the app and the demo's process. Pure; both sides check what they get.

import { z } from 'zod';

const OFFSET_MS = z.number().int();

/** What tests may do to answers to ListObjectsV2. */
const LIST_FAULT = z.enum([
  'slowDown',
  'internalError',
  'errorAsSuccess',
  'cut',
  'halfPage',
  'portal',
  'wrongCount',
  'sameToken',
  'disorder',
  'huge',
  'redirect',
]);

/** `after`: so many lists are answered rightly first; `times`: so many are spoiled then. */
export const LIST_FAULT_PLAN = z.strictObject({
  fault: LIST_FAULT,
  after: z.number().int().nonnegative(),
  times: z.number().int().positive(),
});

export const ORDER = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start'), dataFolder: z.string().min(1), clockOffsetMs: OFFSET_MS }),
  z.strictObject({ kind: z.literal('clock'), offsetMs: OFFSET_MS }),
  z.strictObject({ kind: z.literal('listFaults'), plan: LIST_FAULT_PLAN.nullable() }),
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
  /** How many lists the plan before has spoiled. */
  z.strictObject({ kind: z.literal('listFaults'), spoiled: z.number().int().nonnegative() }),
  z.strictObject({ kind: z.literal('failed'), message: z.string() }),
]);

export type DemoOrder = z.infer<typeof ORDER>;
export type DemoReport = z.infer<typeof REPORT>;
export type ListFault = z.infer<typeof LIST_FAULT>;
export type ListFaultPlan = z.infer<typeof LIST_FAULT_PLAN>;
