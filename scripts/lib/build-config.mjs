// @ts-check
// How the sources become what Electron loads: Vite configurations for the Node side, the preload and the pages.
// Needs node_modules. Decides nothing about when to build; build.mjs and dev.mjs do.
import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { repository } from './repository.mjs';

/**
 * `test` is the development build too: it listens to its tests. `shipping` is what people get.
 * @typedef {'test' | 'shipping'} Flavour
 * @typedef {{ flavour: Flavour, fallbackRuntime: boolean, outFolder: string }} BuildRequest
 * @typedef {import('vite').InlineConfig} ViteConfig
 */

/** The programs of the Node side; every process but main is started on demand. */
const programs = {
  main: 'electron/main.ts',
  keychain: 'electron/vault/process.ts',
  s3: 'electron/s3/process.ts',
  transfer: 'electron/transfer/process.ts',
  demo: 'demo/process.ts',
};
const preload = { preload: 'electron/preload.ts' };

// keytar stays outside: its native part is found beside its own files.
const external = ['electron', 'keytar', ...builtinModules, /^node:/];

// AWS's client is wanted seconds into a sign-in, never at the start: in a file of its own, nothing small can drag it in.
const awsClient = { name: 'aws', test: /node_modules[\\/]@?(aws-sdk|aws-crypto|smithy)[\\/]/ };

/** @param {Record<string, string>} entries */
const inRepository = (entries) =>
  Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, path.join(repository, file)]));

/** @param {Pick<BuildRequest, 'flavour' | 'fallbackRuntime'>} request */
export function buildConstants({ flavour, fallbackRuntime }) {
  return { __FLAVOUR__: JSON.stringify(flavour), __FALLBACK_RUNTIME__: JSON.stringify(fallbackRuntime) };
}

/** @param {BuildRequest} request @returns {ViteConfig} */
export function programsConfig(request) {
  return nodeConfig(request, inRepository(programs), { groups: [awsClient] });
}

/**
 * A sandboxed window's preload can load no second file, so this one is built alone and stays whole.
 * @param {BuildRequest} request @returns {ViteConfig}
 */
export function preloadConfig(request) {
  return nodeConfig(request, inRepository(preload), false);
}

/**
 * @param {BuildRequest} request
 * @param {Record<string, string>} input
 * @param {false | { groups: { name: string, test: RegExp }[] }} codeSplitting
 * @returns {ViteConfig}
 */
function nodeConfig(request, input, codeSplitting) {
  return {
    configFile: false,
    root: repository,
    logLevel: 'warn',
    publicDir: false,
    define: { ...buildConstants(request), 'process.env.NODE_ENV': '"production"' },
    ssr: { target: 'node', noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: path.join(request.outFolder, 'electron'),
      emptyOutDir: false,
      minify: false,
      sourcemap: request.flavour === 'test',
      rolldownOptions: {
        input,
        external,
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: 'shared-[hash].cjs',
          codeSplitting,
        },
      },
    },
  };
}

/** @param {BuildRequest} request @returns {ViteConfig} */
export function pagesConfig(request) {
  const root = path.join(repository, 'renderer');
  const gallery = path.join(root, 'gallery', 'index.html');
  const pages = { index: path.join(root, 'index.html') };
  return {
    configFile: false,
    root,
    base: './',
    logLevel: 'warn',
    publicDir: false,
    plugins: [react()],
    define: buildConstants(request),
    build: {
      target: 'chrome130',
      outDir: path.join(request.outFolder, 'renderer'),
      emptyOutDir: true,
      // SECURITY: the pages' policy allows no inline script, style or data: script; everything is a file.
      assetsInlineLimit: 0,
      // Pages come from the disk, not over a network.
      chunkSizeWarningLimit: 4096,
      modulePreload: { polyfill: false },
      sourcemap: request.flavour === 'test',
      rolldownOptions: {
        input: request.flavour === 'test' && existsSync(gallery) ? { ...pages, gallery } : pages,
      },
    },
  };
}
