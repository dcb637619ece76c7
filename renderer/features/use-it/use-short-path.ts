/** Says a path of this machine the short way. */
import { useSnapshot } from '../../bridge/use-api.ts';
import { homeOf, shortPath } from './short-path.ts';

export function useShortPath(): (path: string) => string {
  const { command } = useSnapshot();
  return (path) => shortPath(path, homeOf(command.path));
}
