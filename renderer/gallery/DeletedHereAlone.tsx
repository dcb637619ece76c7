/** The dialog of what was deleted in a folder, without the window under it. */
import { createRoot } from 'react-dom/client';
import type { Api } from '../bridge/api.ts';
import { ApiContext, useSnapshotOrNull } from '../bridge/use-api.ts';
import { DeletedHere } from '../features/browser/deleted-here/DeletedHere.tsx';
import { allBuckets, type Place } from '../features/browser/place.ts';
import '../features/browser/browser.css';
import '../screens/main.css';
import '../features/browser/list.css';
import '../features/browser/panels.css';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/controls.css';
import '../styles/states.css';
import '../styles/overlays.css';

export function renderDeletedHere(api: Api, pass: string, { bucket, prefix }: Place = allBuckets): void {
  const place = document.getElementById('root');
  if (!place) throw new Error('the page has no #root');
  createRoot(place).render(
    <ApiContext value={api}>
      <main className="main">
        <h1 className="unseen">Deleted here</h1>
        <Alone pass={pass} bucket={bucket ?? ''} prefix={prefix} />
      </main>
    </ApiContext>,
  );
}

function Alone({ pass, bucket, prefix }: { pass: string; bucket: string; prefix: string }) {
  const shown = useSnapshotOrNull()?.passes.find(({ id }) => id === pass);
  return shown && <DeletedHere pass={shown} bucket={bucket} prefix={prefix} onClose={() => undefined} />;
}
