/** The words between main and the keychain process, checked on both sides. Pure. */
import { z } from 'zod';

const to = { id: z.number().int(), service: z.string().min(1).max(100), account: z.string().min(1).max(200) };

export const KeychainRequest = z.discriminatedUnion('op', [
  z.strictObject({ ...to, op: z.literal('get') }),
  z.strictObject({ ...to, op: z.literal('set'), value: z.string().min(1).max(100_000) }),
  z.strictObject({ ...to, op: z.literal('delete') }),
]);
export type KeychainRequest = z.infer<typeof KeychainRequest>;

export const KeychainAnswer = z.discriminatedUnion('ok', [
  z.strictObject({
    id: z.number().int(),
    ok: z.literal(true),
    value: z.union([z.string(), z.boolean(), z.null()]),
  }),
  z.strictObject({ id: z.number().int(), ok: z.literal(false), message: z.string() }),
]);
