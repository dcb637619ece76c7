/** Every message at both doors: the schema answers, never throws, and lets through no field it does not know. */
import fc, { type IProperty } from 'fast-check';
import type { ZodType } from 'zod';
import { type CommandName, commands } from '../../electron/contract/commands.ts';
import { S3Request } from '../../electron/contract/s3-port.ts';
import { ToS3Process } from '../../electron/s3/messages.ts';
import { KeychainAnswer } from '../../electron/vault/messages.ts';
import { anyJson, spoilJson } from './spoil-json.ts';

const ARN = 'arn:aws:iam::111122223333:role/Reader';
/** One field of each name that any message has. */
const everything = {
  organisation: 'corp',
  choose: true,
  offers: [{ roleArn: ARN, providerArn: ARN }],
  pass: 'reader',
  format: 'bash',
  text: 'words',
  bucket: 'bucket',
  key: 'a/b',
  download: 'd1',
  notice: 'n1',
  id: 1,
  op: 'list',
  prefix: '',
  kind: 'download',
  path: '/tmp/x',
  ask: 1,
  ok: true,
  value: 'x',
  message: 'x',
  session: null,
};
const schemas: readonly [string, ZodType][] = [
  ...(Object.keys(commands) as CommandName[]).map((name): [string, ZodType] => [name, commands[name].input]),
  ['S3 request', S3Request],
  ['order to the S3 process', ToS3Process],
  ['answer of the keychain', KeychainAnswer],
];
/** Longest text any message may carry. */
const LONGEST = 200_000;

export function doorProperty(): IProperty<unknown> {
  const some = fc.subarray(Object.keys(everything) as (keyof typeof everything)[]);
  const near = some.chain((names) =>
    spoilJson(Object.fromEntries(names.map((name) => [name, everything[name]]))),
  );
  return fc.property(fc.constantFrom(...schemas), fc.oneof(near, anyJson), ([name, schema], value) => {
    const read = schema.safeParse(value);
    if (!read.success) return;
    if (JSON.stringify(read.data).length > LONGEST) throw new Error(`${name} takes as much as anybody likes`);
    const unknown = unknownIn(value, read.data);
    if (unknown !== null) throw new Error(`${name} takes the unknown field ${unknown}`);
  }) as IProperty<unknown>;
}

/** Strict schemas take nothing away, so what came in must have come out. */
function unknownIn(given: unknown, taken: unknown): string | null {
  if (given === null || typeof given !== 'object') return null;
  for (const [key, value] of Object.entries(given)) {
    if (taken === null || typeof taken !== 'object' || !Object.hasOwn(taken, key)) return key;
    const inner = unknownIn(value, (taken as Record<string, unknown>)[key]);
    if (inner !== null) return inner;
  }
  return null;
}
