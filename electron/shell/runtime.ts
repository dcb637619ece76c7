/** Which Electron this is, and what that means: on the unofficial one only loopback organisations are served. */
import type { Failure } from '../contract/failure.ts';
import { isLoopbackHost } from '../contract/sign-in-address.ts';

export interface Runtime {
  electron: string;
  official: boolean;
}

export function thisRuntime(): Runtime {
  const marked = (globalThis as { __daypassFallbackRuntime?: boolean }).__daypassFallbackRuntime === true;
  return { electron: process.versions.electron ?? 'none', official: !__FALLBACK_RUNTIME__ && !marked };
}

/**
 * SECURITY: nobody types a company password into an old Chromium from an unofficial package.
 * `allowAny`: tests with their own identity provider, which is on loopback anyway.
 */
export function runtimeRefusal(
  runtime: Runtime,
  organisation: { id: string; signInUrl: string },
  allowAny: boolean,
): Failure | null {
  const demo = organisation.id === 'demo' && isLoopbackHost(new URL(organisation.signInUrl).hostname);
  const loopback = allowAny && isLoopbackHost(new URL(organisation.signInUrl).hostname);
  if (runtime.official || demo || loopback) return null;
  return { code: 'signin-runtime-unofficial', retry: 'never', subject: `Electron ${runtime.electron}` };
}
