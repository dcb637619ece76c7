/**
 * Our own windows: main, popover, and the frame around a sign-in page. Made when asked for, destroyed when
 * closed. Knows where they go, not what is on them.
 */
import { join } from 'node:path';
import {
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  nativeTheme,
  type Rectangle,
  type Session,
  screen,
  type WebContents,
} from 'electron';
import type { Log } from '../lib/log.ts';
import { APP_ORIGIN } from './app-protocol.ts';
import { popoverPlace } from './popover-place.ts';

export interface Windows {
  openMain(): void;
  togglePopover(trayBounds: Rectangle): void;
  closePopover(): void;
  signinFrame(title: string): BrowserWindow;
  main(): BrowserWindow | null;
  /** On the taskbar or the dock, as Electron's `setProgressBar` takes it. */
  showProgress(value: number, mode: 'none' | 'normal' | 'paused'): void;
  /** SECURITY: whether a page is one of our windows, on our own origin. */
  isOurs(sender: WebContents, frameUrl: string): boolean;
}

interface Parts {
  ui: () => Session;
  folder: string;
  devServer: string | null;
  bounds: { read: () => Rectangle | undefined; write: (bounds: Rectangle) => void };
  /** Called with every window of ours, to be given snapshots. */
  opened: (window: BrowserWindow) => void;
  log: Log;
}

const MOST_CRASHES = 3;

const paper = { light: '#fdfcfa', dark: '#1d1e20' };
const POPOVER = { width: 416, height: 520 };
const frameless = {
  frame: false,
  resizable: false,
  skipTaskbar: true,
  alwaysOnTop: true,
  fullscreenable: false,
};
const SIGNIN = { width: 576, height: 780 };

export function createWindows({ ui, folder, devServer, bounds, opened, log }: Parts): Windows {
  const ours = new Set<WebContents>();
  let main: BrowserWindow | null = null;
  let popover: BrowserWindow | null = null;
  let crashes = 0;
  const origin = devServer ?? APP_ORIGIN;

  const create = (hash: string, options: BrowserWindowConstructorOptions): BrowserWindow => {
    const window = new BrowserWindow({
      show: false,
      autoHideMenuBar: true,
      backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
      icon: join(folder, 'dist', 'assets', 'icons', '256x256.png'),
      ...options,
      webPreferences: {
        session: ui(),
        preload: join(folder, 'dist', 'electron', 'preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        navigateOnDragDrop: false,
        devTools: __FLAVOUR__ === 'test',
      },
    });
    const { webContents } = window;
    ours.add(webContents);
    webContents.on('destroyed', () => ours.delete(webContents));
    webContents.on('render-process-gone', (_event, { reason }) => crashed(window, reason));
    // SECURITY: our pages never leave their address and open nothing.
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const) {
      webContents.on(event as 'will-navigate', (navigation) => navigation.preventDefault());
    }
    webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
    // The page's own title is one for all windows; ours tells which one it is.
    window.on('page-title-updated', (event) => event.preventDefault());
    window.removeMenu();
    opened(window);
    void window.loadURL(`${origin}/index.html#${hash}`);
    return window;
  };

  /** A page of ours that died is opened anew, but not for ever. */
  const crashed = (window: BrowserWindow, reason: string) => {
    log('window crashed', { reason });
    const wasMain = window === main;
    window.destroy();
    if (wasMain && ++crashes <= MOST_CRASHES) openMain();
  };
  const openMain = () => {
    if (main) {
      if (main.isMinimized()) main.restore();
      main.show();
      main.focus();
      return;
    }
    const window = create('main', {
      title: 'Daypass',
      width: 1180,
      height: 760,
      minWidth: 720,
      minHeight: 480,
      ...onScreen(bounds.read()),
    });
    main = window;
    window.once('ready-to-show', () => window.show());
    window.on('close', () => bounds.write(window.getNormalBounds()));
    window.on('closed', () => {
      main = null;
    });
  };
  let progress = '';
  const showProgress: Windows['showProgress'] = (value, mode) => {
    const now = main ? `${main.id} ${value} ${mode}` : '';
    if (now === progress) return;
    progress = now;
    main?.setProgressBar(value, { mode });
  };
  const closePopover = () => popover?.destroy();
  const openPopover = (trayBounds: Rectangle) => {
    const near =
      trayBounds.width > 0 ? trayBounds : { ...screen.getCursorScreenPoint(), width: 0, height: 0 };
    const { workArea } = screen.getDisplayNearestPoint({ x: near.x, y: near.y });
    const window = create('popover', {
      title: 'Daypass passes',
      ...POPOVER,
      ...popoverPlace(near, workArea, POPOVER),
      ...(placesWindows() ? frameless : {}),
    });
    popover = window;
    window.once('ready-to-show', () => window.show());
    window.on('blur', closePopover);
    window.on('closed', () => {
      popover = null;
    });
  };

  return {
    openMain,
    closePopover,
    showProgress,
    togglePopover: (trayBounds) => (popover ? closePopover() : openPopover(trayBounds)),
    main: () => main,
    isOurs: (sender, frameUrl) => ours.has(sender) && frameUrl.startsWith(`${origin}/`),
    signinFrame: (title) =>
      create('signin', { title, ...SIGNIN, minWidth: 420, minHeight: 520, fullscreenable: false }),
  };
}

/** On Wayland a program can't place its windows, so the popover is an ordinary one there. */
function placesWindows(): boolean {
  return process.platform !== 'linux' || !process.env.WAYLAND_DISPLAY;
}

/** Where the window was, if that place is still on a screen. */
function onScreen(saved: Rectangle | undefined): Partial<Rectangle> {
  if (!saved) return {};
  const { workArea } = screen.getDisplayMatching(saved);
  const overlapsX = saved.x < workArea.x + workArea.width - 100 && saved.x + saved.width > workArea.x + 100;
  const overlapsY = saved.y >= workArea.y && saved.y < workArea.y + workArea.height - 60;
  return overlapsX && overlapsY ? saved : {};
}
