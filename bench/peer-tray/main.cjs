// What Daypass is measured against: the least that is a tray app, an icon with a tooltip and a menu to quit by.
const path = require('node:path');
const { app, Menu, Tray } = require('electron');

let tray;
app.on('window-all-closed', () => undefined);
app.whenReady().then(() => {
  tray = new Tray(path.join(__dirname, 'tray.png'));
  tray.setToolTip('Bare tray');
  tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Quit', click: () => app.quit() }]));
});
