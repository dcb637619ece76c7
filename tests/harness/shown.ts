/** Watches which windows come onto the screen, from main's own side: nothing that shows for a moment is missed. */
import type { RunningApp } from './app.ts';

/** Answers the way to read the titles of the windows that were shown since. */
export async function watchWindows(app: RunningApp): Promise<() => Promise<string[]>> {
  await app.electron.evaluate(({ app: electronApp, BrowserWindow }) => {
    const shown: string[] = [];
    (globalThis as { shownWindows?: string[] }).shownWindows = shown;
    const watch = (window: Electron.BrowserWindow) => window.on('show', () => shown.push(window.getTitle()));
    for (const window of BrowserWindow.getAllWindows()) watch(window);
    electronApp.on('browser-window-created', (_event, window) => {
      if (window.isVisible()) shown.push(window.getTitle());
      watch(window);
    });
  });
  return () =>
    app.electron.evaluate(() => (globalThis as { shownWindows?: string[] }).shownWindows ?? ['not watched']);
}
