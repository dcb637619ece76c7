/** The list of gallery states as data, so that a test can walk it. Pure. */

const window_ = { width: 1280, height: 800 };

export const galleryStates = [
  { name: 'main-objects', title: 'Main window, objects', ...window_ },
  { name: 'main-buckets', title: 'Main window, buckets', ...window_ },
] as const;

export type StateName = (typeof galleryStates)[number]['name'];

export function isStateName(name: string): name is StateName {
  return galleryStates.some((state) => state.name === name);
}
