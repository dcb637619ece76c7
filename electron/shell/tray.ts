/** The tray icon: draws what `tray-view.ts` says and passes clicks on. One world: Electron's tray. */
import { join } from 'node:path';
import {
  Menu,
  type MenuItemConstructorOptions,
  nativeImage,
  nativeTheme,
  type Rectangle,
  Tray,
} from 'electron';
import type { TrayAction, TrayLine, TrayState, TrayView } from './tray-view.ts';

export interface TrayIcon {
  show(view: TrayView): void;
  /** The icon stands before the app behind it is loaded; a click from before is passed on now. */
  connect(hands: Hands): void;
}

interface Hands {
  clicked: (bounds: Rectangle) => void;
  act: (action: TrayAction) => void;
}

export function createTray(assets: string): TrayIcon {
  const tray = new Tray(iconFor(assets, 'signed-out'));
  let hands: Hands | null = null;
  let early: Rectangle | null = null;
  let drawn: { state?: TrayState | undefined; tooltip?: string; menu?: string } = {};
  let last: TrayView | undefined;
  tray.on('click', (_event, bounds) => {
    if (hands) hands.clicked(bounds);
    else early = bounds;
  });
  const act = (action: TrayAction) => hands?.act(action);

  const show = (view: TrayView) => {
    last = view;
    // Each setter sends a signal on the bus: only what has changed is told.
    if (drawn.state !== view.state) tray.setImage(iconFor(assets, view.state));
    if (drawn.tooltip !== view.tooltip) tray.setToolTip(view.tooltip);
    const menu = JSON.stringify(view.menu);
    if (drawn.menu !== menu) tray.setContextMenu(Menu.buildFromTemplate(templateOf(view.menu, act)));
    drawn = { state: view.state, tooltip: view.tooltip, menu };
  };
  nativeTheme.on('updated', () => {
    drawn = { ...drawn, state: undefined };
    if (last) show(last);
  });
  const connect = (given: Hands) => {
    hands = given;
    if (early) given.clicked(early);
    early = null;
  };
  return { show, connect };
}

function templateOf(groups: TrayLine[][], act: (action: TrayAction) => void): MenuItemConstructorOptions[] {
  return groups.flatMap((group, index) => [
    ...(index > 0 ? [{ type: 'separator' } as const] : []),
    ...group.map((line) => itemOf(line, act)),
  ]);
}

function itemOf(
  { label, action, lines }: TrayLine,
  act: (action: TrayAction) => void,
): MenuItemConstructorOptions {
  // A lone ampersand marks a mnemonic in native menus.
  const plain = label.replaceAll('&', '&&');
  if (lines) return { label: plain, submenu: lines.map((line) => itemOf(line, act)) };
  return { label: plain, ...(action ? { click: () => act(action) } : {}) };
}

/** File names tell the ink: dark ink for light panels, light ink for dark ones. */
function iconFor(assets: string, state: TrayState): Electron.NativeImage {
  if (process.platform === 'darwin') {
    const template = nativeImage.createFromPath(join(assets, 'tray', 'mac', `${state}Template.png`));
    template.setTemplateImage(true);
    return template;
  }
  const folder = process.platform === 'win32' ? 'windows' : 'linux';
  const ink = nativeTheme.shouldUseDarkColors ? 'light' : 'dark';
  return nativeImage.createFromPath(join(assets, 'tray', folder, `${state}-${ink}.png`));
}
