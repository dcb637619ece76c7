/** Does something with each of many, some at the same time; after the first that fails no other is begun. Pure. */

export async function inParallel<T>(
  all: Iterable<T>,
  most: number,
  work: (each: T) => Promise<void>,
): Promise<void> {
  const waiting = all[Symbol.iterator]();
  let failed = false;
  const goOn = async () => {
    for (let next = waiting.next(); !next.done && !failed; next = waiting.next()) {
      try {
        await work(next.value);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: most }, goOn));
}
