/** What one figure of the bench is, and the arithmetic all figures share. Pure. */

export interface Measured {
  value: number;
  unit: 'ms' | 'MB' | 'MB/s' | 'files/s' | '%' | 'keys/s' | 'calls' | 'bytes/key';
  /** The same of the other side, if it is measured against one. */
  peer: number | null;
  /** value / peer. */
  ratio: number | null;
  /** Most that `ratio`, or `value` without a peer, may be; the least of it with `atLeast`. */
  aim: number;
  atLeast?: true;
  meets: boolean;
  /** How much single measurements differed, and what else a reader should know. */
  note: string;
}

export interface Figure {
  name: string;
  says: string;
  measure(): Promise<Measured>;
}

export function sorted(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

/** The value below which this part of all values lies. */
export function quantile(values: readonly number[], part: number): number {
  const all = sorted(values);
  const value = all[Math.min(all.length - 1, Math.floor(part * all.length))];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

export function againstPeer(
  value: number,
  peer: number,
  more: Pick<Measured, 'unit' | 'aim' | 'note'>,
): Measured {
  const ratio = rounded(value / peer);
  return { value: rounded(value), peer: rounded(peer), ratio, meets: value / peer <= more.aim, ...more };
}

/** More is better: how many times what the peer reaches. */
export function timesPeer(
  value: number,
  peer: number,
  more: Pick<Measured, 'unit' | 'aim' | 'note'>,
): Measured {
  return { ...againstPeer(value, peer, more), meets: value / peer >= more.aim, atLeast: true };
}

export function alone(value: number, more: Pick<Measured, 'unit' | 'aim' | 'note'>): Measured {
  return { value: rounded(value), peer: null, ratio: null, meets: value <= more.aim, ...more };
}

/** `lowest–highest` of what was measured. */
export function spread(values: readonly number[], unit: string): string {
  const all = sorted(values).map(Math.round);
  return `${all[0]}–${all.at(-1)} ${unit}`;
}
