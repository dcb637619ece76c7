/**
 * "Only where nothing is": asked of the service as a condition where it takes it. Pure.
 * Source: S3 User Guide, "Add preconditions to S3 operations with conditional requests".
 */
import { nameOf, statusOf } from './refusals.ts';

/** Services that know no conditions say so, and are asked without: what is there was looked for before. */
export async function whereTaken<T>(write: (condition: { IfNoneMatch?: string }) => Promise<T>): Promise<T> {
  try {
    return await write({ IfNoneMatch: '*' });
  } catch (error) {
    if (!isNotImplemented(error)) throw error;
    return write({});
  }
}

export const isThereAlready = (error: unknown) => statusOf(error) === 412;
export const isNotImplemented = (error: unknown) =>
  statusOf(error) === 501 || nameOf(error) === 'NotImplemented';
