// @ts-check
// A program that is started again on demand, one at a time; over when it ends by itself or is stopped.

/** @typedef {Pick<import('node:child_process').ChildProcess, 'once' | 'kill'>} Program */

/**
 * @param {() => Program} start
 * @returns {{ startAnew: () => void, stop: () => void, over: Promise<void> }}
 */
export function restartable(start) {
  /** @type {Program | undefined} */
  let running;
  let replacing = false;
  let stopped = false;
  /** @type {() => void} */
  let end = () => {};
  /** @type {Promise<void>} */
  const over = new Promise((resolve) => {
    end = resolve;
  });
  const launch = () => {
    running = start();
    running.once('exit', () => {
      running = undefined;
      if (!replacing || stopped) return end();
      replacing = false;
      launch();
    });
  };
  return {
    over,
    startAnew() {
      if (stopped) return;
      if (!running) return launch();
      replacing = true;
      running.kill();
    },
    stop() {
      stopped = true;
      if (running) running.kill();
      else end();
    },
  };
}
