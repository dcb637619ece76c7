/** Does something with each of many, some at the same time. After a failure no other is begun, and it is thrown once all have ended. Pure. */

export async function inParallel<T>(
  all: Iterable<T>,
  most: number,
  work: (each: T) => Promise<void>,
): Promise<void> {
  const waiting = all[Symbol.iterator]();
  const errors: unknown[] = [];
  const goOn = async () => {
    for (let next = waiting.next(); !next.done && errors.length === 0; next = waiting.next())
      await work(next.value).catch((error: unknown) => void errors.push(error));
  };
  await Promise.all(Array.from({ length: most }, goOn));
  if (errors.length > 0) throw errors[0];
}
