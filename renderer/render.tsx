/** Puts the app into a page: the same for the real windows and for the gallery. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import type { Api } from './bridge/api.ts';
import { ApiContext } from './bridge/use-api.ts';
import type { BrowserShelf } from './features/browser/browser-shelf.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/states.css';
import './styles/overlays.css';
import './styles/guard.css';
import './styles/strips.css';

export function renderApp(api: Api, shelf: BrowserShelf, windowName: string) {
  const place = document.getElementById('root');
  if (!place) throw new Error('the page has no #root');
  createRoot(place).render(
    <StrictMode>
      <ApiContext value={api}>
        <App name={windowName} shelf={shelf} />
      </ApiContext>
    </StrictMode>,
  );
}
