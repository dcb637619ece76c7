/** A preview alone, in a panel of the inspector's width. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/controls.css';
import '../styles/states.css';
import type { Api } from '../bridge/api.ts';
import { ApiContext } from '../bridge/use-api.ts';
import { Preview } from '../features/browser/preview/Preview.tsx';
import './gallery.css';
import { type PreviewName, previewShelf } from './preview-shelf.ts';

export function renderPreview(api: Api, name: PreviewName) {
  const place = document.getElementById('root');
  if (!place) return;
  const { object } = previewShelf[name];
  createRoot(place).render(
    <StrictMode>
      <ApiContext value={api}>
        <main className="preview-page">
          <h1>{object.key.slice(object.key.lastIndexOf('/') + 1)}</h1>
          <Preview pass="reports" bucket="lark-reports-prod" object={object} live={name !== 'ended'} />
        </main>
      </ApiContext>
    </StrictMode>,
  );
}
