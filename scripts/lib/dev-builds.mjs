// @ts-check
// The two halves of development: pages from Vite's own server, the Electron side built again at every change.
// Needs node_modules.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { build, createServer } from 'vite';
import { pagesConfig, preloadConfig, programsConfig } from './build-config.mjs';

/** @param {string} outFolder */
const request = (outFolder) => ({
  flavour: /** @type {const} */ ('test'),
  fallbackRuntime: false,
  outFolder,
});

/**
 * @param {string} outFolder
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} url without a slash at the end
 */
export async function servePages(outFolder) {
  const server = await createServer({
    ...pagesConfig(request(outFolder)),
    // SECURITY: this machine only; the server hands out the sources.
    server: { host: '127.0.0.1', port: 0, strictPort: false },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (!address || typeof address === 'string') throw new Error('The development server has no port.');
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

/**
 * @param {string} outFolder
 * @param {() => void} onBuilt after the first build, and after each change once nothing is being built any more
 * @returns {Promise<{ close: () => Promise<void> }>}
 */
export async function watchPrograms(outFolder, onBuilt) {
  // The next `npm start` must not take what is left here for a whole build.
  rmSync(path.join(outFolder, '.built-from'), { force: true });
  const ready = new Set();
  const configs = [programsConfig(request(outFolder)), preloadConfig(request(outFolder))];
  const watchers = await Promise.all(
    configs.map(async (config) => {
      const watcher = await build({ ...config, build: { ...config.build, watch: {} } });
      if (!('on' in watcher)) throw new Error('Vite did not start watching.');
      return watcher;
    }),
  );
  for (const watcher of watchers) {
    watcher.on('event', (event) => {
      if (event.code === 'START') ready.delete(watcher);
      if (event.code === 'BUNDLE_END') ready.add(watcher);
      if (event.code === 'BUNDLE_END' || event.code === 'ERROR') void event.result?.close();
      if (event.code === 'END' && ready.size === watchers.length) onBuilt();
    });
  }
  return {
    close: async () => {
      await Promise.all(watchers.map((watcher) => watcher.close()));
    },
  };
}
