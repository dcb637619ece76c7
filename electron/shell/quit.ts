/** Holds the quit until what must be done before is done: since Electron 44 the clipboard answers later. */

interface QuittingApp {
  on(event: 'before-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  quit(): void;
}

/** A clipboard that never answers (a hung X server) must not hold a person's machine. */
const LONGEST_HOLD_MS = 2000;

export function beforeQuit(app: QuittingApp, finish: () => Promise<void>): void {
  let finished = false;
  let finishing = false;
  app.on('before-quit', (event) => {
    if (finished) return;
    event.preventDefault();
    if (finishing) return;
    finishing = true;
    const tooLong = new Promise<void>((resolve) => setTimeout(resolve, LONGEST_HOLD_MS));
    void Promise.race([finish().catch(() => {}), tooLong]).then(() => {
      finished = true;
      app.quit();
    });
  });
}
