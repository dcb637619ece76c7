// @ts-check
// What the scripts tell a person. Always on stderr, so that a script's stdout stays an answer for machines.

/** @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** A fault that is explained in one sentence and needs no stack. */
export class Refusal extends Error {}

/**
 * Runs a script's main function: a `Refusal` is printed plainly, anything else with its stack.
 * @param {() => Promise<number | void>} main resolves with the exit code, or nothing for 0
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    say(error instanceof Refusal ? error.message : String(error instanceof Error ? error.stack : error));
    process.exitCode = 1;
  }
}
