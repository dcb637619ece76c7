/** Lengths in the words of the settings. Pure. */

/** `12 hours`, `1 hour`, `90 minutes`; from seconds. */
export function lengthWords(seconds: number): string {
  if (seconds % 3600 !== 0) return `${Math.round(seconds / 60)} minutes`;
  const hours = seconds / 3600;
  return hours === 1 ? '1 hour' : `${hours} hours`;
}

/** `After 60 seconds`, `After 5 minutes` */
export function afterWords(seconds: number): string {
  if (seconds > 60 && seconds % 60 === 0) return `After ${seconds / 60} minutes`;
  return `After ${seconds} seconds`;
}
