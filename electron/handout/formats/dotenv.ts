/**
 * Lines for a `.env` file. Pure. Written without quotes, which Compose, `docker --env-file`, dotenv libraries and a
 * sourcing shell read alike for plain values; on quotes they differ, so any other value is refused. It can't unset.
 */
import type { Variable } from './handed-out.ts';
import { refuseAllButPlain } from './writable.ts';

export function dotenvLines(variables: readonly Variable[]): string {
  return variables
    .map(([name, value]) => {
      refuseAllButPlain(value, 'dotenv');
      return `${name}=${value}\n`;
    })
    .join('');
}
