/**
 * Sends a command once: the SDK's own retries would hide that S3 asks to slow down, and would do again what may have
 * happened already. One world: the SDK.
 */
import type { S3Client, ServiceOutputTypes } from '@aws-sdk/client-s3';

type Stack = S3Client['middlewareStack'];
/** A command of S3, as its classes are: made anew for each try. */
export interface Sendable<O> {
  resolveMiddleware(
    stack: Stack,
    config: S3Client['config'],
    options: { abortSignal: AbortSignal },
  ): (command: never) => Promise<{ output: O }>;
}

/** The place of the SDK's retries, which others stand after: kept, and empty. */
const RETRIES = {
  name: 'retryMiddleware',
  step: 'finalizeRequest',
  priority: 'high',
  override: true,
} as const;
const stacks = new WeakMap<S3Client, Stack>();

export async function sendOnce<O extends ServiceOutputTypes>(
  client: S3Client,
  command: Sendable<O>,
  abortSignal: AbortSignal,
): Promise<O> {
  const handle = command.resolveMiddleware(withoutRetries(client), client.config, { abortSignal });
  return (await handle(command as never)).output;
}

function withoutRetries(client: S3Client): Stack {
  const known = stacks.get(client);
  if (known) return known;
  const stack = client.middlewareStack.clone() as Stack;
  stack.add((next) => (args) => next(args), RETRIES);
  stacks.set(client, stack);
  return stack;
}
