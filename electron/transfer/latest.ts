/** Tells only the latest value of each name, at most once in so many milliseconds, and always the last one. */
export interface TellLatest<T> {
  (name: string, value: T): void;
  forget(name: string): void;
}

export function latest<T>(everyMs: number, tell: (value: T) => void): TellLatest<T> {
  const waiting = new Map<string, T>();
  const resting = new Map<string, NodeJS.Timeout>();
  const rest = (name: string) => {
    const timer = setTimeout(() => {
      resting.delete(name);
      if (!waiting.has(name)) return;
      tell(waiting.get(name) as T);
      waiting.delete(name);
      rest(name);
    }, everyMs);
    resting.set(name, timer);
  };
  const put = (name: string, value: T) => {
    if (resting.has(name)) return void waiting.set(name, value);
    tell(value);
    rest(name);
  };
  return Object.assign(put, {
    forget(name: string) {
      waiting.delete(name);
      clearTimeout(resting.get(name));
      resting.delete(name);
    },
  });
}
