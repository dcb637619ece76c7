/**
 * The folders in which driven browsers keep their cookies: one per organisation below the data folder, for nobody
 * else to read. Knows no process; whoever opens one makes sure that the browser before has ended.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'browser-profiles';
/** What a browser makes again when it wants it. SECURITY: a service worker could swallow the post before we see it. */
const notKept = [
  'Default/Service Worker',
  'Default/Cache',
  'Default/Code Cache',
  'Default/GPUCache',
  'Default/DawnGraphiteCache',
  'Default/DawnWebGPUCache',
  'ShaderCache',
  'GrShaderCache',
  'GraphiteDawnCache',
  'BrowserMetrics',
  'component_crx_cache',
  'extensions_crx_cache',
  'optimization_guide_model_store',
];

function folderOf(dataFolder: string, organisation: string): string {
  return join(dataFolder, FOLDER, `of-${organisation}`);
}

/** Makes the profile and answers its folder. */
export function makeBrowserProfile(dataFolder: string, organisation: string): string {
  const profile = folderOf(dataFolder, organisation);
  mkdirSync(join(dataFolder, FOLDER), { recursive: true, mode: 0o700 });
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  return profile;
}

export function tidyBrowserProfile(profile: string): void {
  for (const part of notKept) rmSync(join(profile, part), { recursive: true, force: true, maxRetries: 3 });
}

/** Cookies, passwords, everything the browser kept for this organisation. Its browser must have ended. */
export function forgetBrowserProfile(dataFolder: string, organisation: string): void {
  rmSync(folderOf(dataFolder, organisation), { recursive: true, force: true, maxRetries: 5 });
}

/** Those of organisations that stand in no settings any more as well. */
export function forgetBrowserProfiles(dataFolder: string): void {
  rmSync(join(dataFolder, FOLDER), { recursive: true, force: true, maxRetries: 5 });
}
