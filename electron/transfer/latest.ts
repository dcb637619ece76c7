/**
 * Tells only the latest value of each name, at most once in so many milliseconds, and always the last one. `read` is
 * called when it is told: what nobody hears costs nothing.
 */
export interface TellLatest<T> {
  (name: string, read: () => T): void;
  /** At once: nothing comes after it. */
  last(name: string, read: () => T): void;
  forget(name: string): void;
}

export function latest<T>(everyMs: number, tell: (value: T) => void): TellLatest<T> {
  const waiting = new Map<string, () => T>();
  const resting = new Map<string, NodeJS.Timeout>();
  const rest = (name: string) => {
    const timer = setTimeout(() => {
      resting.delete(name);
      const read = waiting.get(name);
      if (!read) return;
      waiting.delete(name);
      tell(read());
      rest(name);
    }, everyMs);
    resting.set(name, timer);
  };
  const put = (name: string, read: () => T) => {
    if (resting.has(name)) return void waiting.set(name, read);
    tell(read());
    rest(name);
  };
  const forget = (name: string) => {
    waiting.delete(name);
    clearTimeout(resting.get(name));
    resting.delete(name);
  };
  return Object.assign(put, {
    forget,
    last(name: string, read: () => T) {
      forget(name);
      tell(read());
    },
  });
}
