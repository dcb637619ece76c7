import { expect, it, vi } from 'vitest';
import { beforeQuit } from './quit.ts';

/** An app whose `quit` asks first, as Electron's does. */
function fakeApp() {
  let ask = (_event: { preventDefault(): void }) => {};
  let gone = false;
  const app = {
    on: (_name: 'before-quit', listener: typeof ask) => {
      ask = listener;
    },
    quit: vi.fn(() => {
      let held = false;
      ask({
        preventDefault: () => {
          held = true;
        },
      });
      if (!held) gone = true;
    }),
  };
  return { app, isGone: () => gone };
}

it('the quit waits until what must be done before is done, and it is done once', async () => {
  const { app, isGone } = fakeApp();
  let cleared = () => {};
  const finish = vi.fn(() => new Promise<void>((resolve) => (cleared = resolve)));
  beforeQuit(app, finish);
  app.quit();
  app.quit();
  expect(isGone()).toBe(false);
  cleared();
  await vi.waitFor(() => expect(isGone()).toBe(true));
  expect(finish).toHaveBeenCalledOnce();
});

it('a clipboard that fails does not hold the quit', async () => {
  const { app, isGone } = fakeApp();
  beforeQuit(app, () => Promise.reject(new Error('no clipboard')));
  app.quit();
  await vi.waitFor(() => expect(isGone()).toBe(true));
});

it('a clipboard that never answers holds it for two seconds only', async () => {
  vi.useFakeTimers();
  const { app, isGone } = fakeApp();
  beforeQuit(app, () => new Promise(() => {}));
  app.quit();
  await vi.advanceTimersByTimeAsync(1999);
  expect(isGone()).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(isGone()).toBe(true);
  vi.useRealTimers();
});
