/**
 * The menu bar of macOS: Electron's own would quit without asking whether files are on their way. The other systems have
 * no menu bar here. Source: Electron, "Application Menu".
 */
import type { MenuItemConstructorOptions } from 'electron';

export function macMenu(name: string, quit: () => void): MenuItemConstructorOptions[] {
  return [
    {
      label: name,
      submenu: [
        { role: 'about' },
        { type: 'separator' },
        { role: 'hide' },
        { role: 'hideOthers' },
        { role: 'unhide' },
        { type: 'separator' },
        { label: `Quit ${name}`, accelerator: 'Command+Q', click: quit },
      ],
    },
    { role: 'editMenu' },
    { role: 'windowMenu' },
  ];
}
