/** Asks what was deleted in a folder while the dialog is open and the session lives; anew when something was done there. */
import { useEffect, useState } from 'react';
import type { Versioning } from '../../../../electron/contract/s3-inspect.ts';
import { useApi } from '../../../bridge/use-api.ts';
import type { Known } from '../inspector/question.ts';
import { useWanted } from '../inspector/use-inspection.ts';
import { askDeleted, askVersioning, type DeletedPages } from './deleted-pages.ts';

interface Folder {
  pass: string;
  bucket: string;
  prefix: string;
}

interface DeletedInFolder {
  versioning: Known<{ versioning: Versioning }>;
  deleted: { known: Known<DeletedPages>; more: () => void };
}

/** A bucket that never kept versions has nothing to look for; whether it does may be hidden, and is no hindrance. */
export function useDeleted(folder: Folder, live: boolean): DeletedInFolder {
  const { s3, worked, clock } = useApi();
  const [questions] = useState(() => ({
    versioning: askVersioning(s3, clock.now, folder),
    deleted: askDeleted(s3, clock.now, folder),
  }));
  const versioning = useWanted(questions.versioning, live);
  const worth =
    versioning.failed !== null || (versioning.told && versioning.told.value.versioning !== 'never');
  const deleted = useWanted(questions.deleted, live && worth === true);
  const { pass, bucket } = folder;
  useEffect(
    () =>
      worked.subscribe((inPass, inBucket) => {
        if (inPass === pass && inBucket === bucket) questions.deleted.renew();
      }),
    [worked, pass, bucket, questions],
  );
  return { versioning, deleted: { known: deleted, more: questions.deleted.ask } };
}
