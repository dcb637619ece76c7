/** What can be read from a refusal as the SDK throws it. Pure. */

interface SdkError {
  name?: string;
  $metadata?: { httpStatusCode?: number };
  $response?: { headers?: Record<string, string> };
}

export const statusOf = (error: unknown): number | undefined =>
  ((error ?? {}) as SdkError).$metadata?.httpStatusCode;
export const nameOf = (error: unknown): string => ((error ?? {}) as SdkError).name ?? '';

/** The version id of the delete marker that a refusal of HeadObject tells of. */
export function markerIn(error: unknown): string | undefined {
  const headers = ((error ?? {}) as SdkError).$response?.headers ?? {};
  return headers['x-amz-delete-marker'] === 'true' ? (headers['x-amz-version-id'] ?? '') : undefined;
}
