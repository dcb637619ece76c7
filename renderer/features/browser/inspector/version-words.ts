/** What stands over and under the versions of an object, and which markers an undo takes away. Pure. */
import type { ObjectVersion } from '../../../../electron/contract/s3-inspect.ts';
import { counted, formatCount } from '../../../text/format.ts';
import type { VersionPages } from './inspection.ts';

/** `3 versions`, `1,000 versions and more`; delete markers are none. */
export function versionCountWords({ versions, complete }: VersionPages): string {
  const count = counted(versions.filter(({ isMarker }) => !isMarker).length, 'version');
  return complete ? count : `${count} and more`;
}

/** `3`, or `1,000+` while there are more. */
export function versionBadge({ versions, complete }: VersionPages): string {
  const count = formatCount(versions.filter(({ isMarker }) => !isMarker).length);
  return complete ? count : `${count}+`;
}

/** The markers on top: with all of them gone, the version below is the present one again. */
export function topMarkers(versions: readonly ObjectVersion[]): readonly ObjectVersion[] {
  const below = versions.findIndex(({ isMarker }) => !isMarker);
  return below < 0 ? versions : versions.slice(0, below);
}

/** Where one version is all there is: why. The id `null` is that of what is written while a bucket keeps none. */
export function onlyVersionWords({ versions, complete }: VersionPages): string | null {
  const [only] = versions;
  if (!complete || versions.length !== 1 || !only || only.isMarker) return null;
  return only.version === 'null'
    ? 'It was written while the bucket kept no versions. Whatever it replaced is gone.'
    : 'There is no older one.';
}
