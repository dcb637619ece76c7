/** Where a program is: on the PATH, or where it is usually installed, as an app that was clicked has a short PATH. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const USUAL: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/local/bin', '/usr/bin', '/snap/bin'],
  darwin: ['/opt/homebrew/bin', '/usr/local/bin', '/usr/bin'],
  win32: ['C:\\Program Files\\Amazon\\AWSCLIV2'],
};

export function findProgram(
  name: string,
  path: string | undefined,
  platform: NodeJS.Platform,
): string | null {
  const file = platform === 'win32' ? `${name}.exe` : name;
  const folders = [...(path ?? '').split(delimiter).filter(Boolean), ...(USUAL[platform] ?? [])];
  return folders.map((folder) => join(folder, file)).find(isProgram) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
