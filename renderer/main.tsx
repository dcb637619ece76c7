/** Entry of every window of the app: the real bridge, the screen's clock, the window's name from the hash. */
import './without-eval.ts';
import { createApi } from './bridge/api.ts';
import { createScreenClock } from './bridge/clock.ts';
import { createBrowserShelf } from './features/browser/browser-shelf.ts';
import { renderApp } from './render.tsx';
import { followSystemTheme } from './theme.ts';

followSystemTheme();
const api = createApi(window.daypass, createScreenClock());
renderApp(api, createBrowserShelf(api), window.location.hash.slice(1) || 'main');
