/** What a tool may ask over the socket, checked before anything is done with it. Pure. */
import { z } from 'zod';
import { Shell } from '../contract/copy-format.ts';
import { HandoutRefusal } from './refusal.ts';

/** Go SDKs end a `credential_process` after 60 s: the answer "still open" must come before. */
export const DEFAULT_WAIT_SECONDS = 50;
const LONGEST_WAIT_SECONDS = 3600;

const pass = z.string().min(1).max(2048);
const tool = z
  .string()
  .max(64)
  .transform((name) => name.replace(/[^\p{L}\p{N} ._+-]/gu, ''))
  .optional();
const flag = z.enum(['0', '1']).default('0');
const wait = z
  .string()
  .regex(/^\d{1,4}$/, 'wants whole seconds')
  .transform(Number)
  .refine((seconds) => seconds <= LONGEST_WAIT_SECONDS, `is more than ${LONGEST_WAIT_SECONDS}`)
  .default(DEFAULT_WAIT_SECONDS);

/** Every question → the fields it takes; all of them come as text. */
export const questions = {
  credentials: z.strictObject({ pass, wait, tool }),
  env: z.strictObject({ pass, wait, tool, shell: Shell.default('bash'), endpoint: flag, exec: flag }),
  status: z.strictObject({ json: flag, tool }),
  signin: z.strictObject({ pass, wait, tool }),
  console: z.strictObject({ pass, wait, tool, print: flag }),
  open: z.strictObject({ address: z.string().min(1).max(4096), pass: pass.optional(), tool }),
  version: z.strictObject({ tool }),
} as const;
export type Question = keyof typeof questions;
export type Asked<Q extends Question> = z.infer<(typeof questions)[Q]>;

/** `url`: path and query as they came. Throws a refusal that names what is wrong. */
export function readQuestion(url: string): { [Q in Question]: { question: Q; asked: Asked<Q> } }[Question] {
  const [path = '', query = ''] = url.split('?', 2);
  const name = /^\/v1\/([a-z]+)$/.exec(path)?.[1] ?? '';
  if (!isQuestion(name)) throw new HandoutRefusal(404, 'this Daypass knows no such command');
  const fields = new URLSearchParams(query);
  if (new Set(fields.keys()).size !== [...fields.keys()].length)
    throw new HandoutRefusal(400, 'an option is given twice');
  const parsed = questions[name].safeParse(Object.fromEntries(fields));
  if (!parsed.success) throw new HandoutRefusal(400, problemIn(parsed.error));
  // The schema was chosen by the name, so the pair is one of the union.
  return { question: name, asked: parsed.data } as ReturnType<typeof readQuestion>;
}

function isQuestion(name: string): name is Question {
  return Object.hasOwn(questions, name);
}

function problemIn(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue?.code === 'invalid_value')
    return `--${issue.path.join('.')}: ${issue.values.join(', ')} are known`;
  return issue ? `--${issue.path.join('.') || 'options'} ${issue.message}` : 'the question is not understood';
}
