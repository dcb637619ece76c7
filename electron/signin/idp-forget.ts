/**
 * Makes Chromium forget what sign-in pages left: cookies, storage, caches, passwords of the session. One
 * partition an organisation; folders of organisations that are gone are removed at the next start.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Session, session } from 'electron';

const PREFIX = 'idp-';
export const partitionOf = (organisation: string) => `persist:${PREFIX}${organisation}`;

export async function forgetPages(organisation: string): Promise<void> {
  await forget(session.fromPartition(partitionOf(organisation)));
}

/** Of every organisation that ever had a page open, also of those that are no longer in the settings. */
export async function forgetAllPages(dataFolder: string): Promise<void> {
  for (const folder of foldersIn(dataFolder)) await forget(session.fromPartition(`persist:${folder}`));
}

/**
 * Before any page is opened: removes what organisations left that are no longer known. Chromium holds the
 * folder while it runs, so this is the first moment it can go.
 */
export function sweepPages(dataFolder: string, organisations: readonly string[]): void {
  // Chromium writes a partition's name in lower case.
  const known = new Set(organisations.map((id) => `${PREFIX}${id}`.toLowerCase()));
  for (const folder of foldersIn(dataFolder)) {
    if (!known.has(folder)) rmSync(join(dataFolder, 'Partitions', folder), { recursive: true, force: true });
  }
}

function foldersIn(dataFolder: string): string[] {
  const partitions = join(dataFolder, 'Partitions');
  if (!existsSync(partitions)) return [];
  return readdirSync(partitions).filter((name) => name.startsWith(PREFIX));
}

async function forget(target: Session): Promise<void> {
  await target.closeAllConnections();
  await target.clearStorageData();
  await target.clearCache();
  await target.clearAuthCache();
  await target.clearHostResolverCache();
  await target.clearCodeCaches({});
  await target.cookies.flushStore();
}
