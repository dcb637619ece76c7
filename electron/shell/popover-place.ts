/**
 * Where the popover goes: beside the tray icon where the system tells its place (macOS, Windows), else at the
 * corner of the work area nearest the pointer (Linux on X11). Pure.
 */
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const GAP = 8;

export function popoverPlace(
  near: Box,
  workArea: Box,
  size: { width: number; height: number },
): { x: number; y: number } {
  const right = workArea.x + workArea.width - size.width - GAP;
  const bottom = workArea.y + workArea.height - size.height - GAP;
  const left = workArea.x + GAP;
  const top = workArea.y + GAP;
  const upper = near.y + near.height / 2 < workArea.y + workArea.height / 2;
  const known = near.width > 0;
  const centred = Math.round(near.x + near.width / 2 - size.width / 2);
  const nearestSide = near.x < workArea.x + workArea.width / 2 ? left : right;
  return {
    x: known ? Math.min(right, Math.max(left, centred)) : nearestSide,
    y: upper ? top : bottom,
  };
}
