/** The desktop's own notifications, one for each id. A click is what a person does to them. One world: Electron. */
import { app, Notification } from 'electron';
import type { Log } from '../lib/log.ts';
import type { Notifier } from '../session/reminding.ts';

/** Windows shows nothing of a program without this name; it is `appId` in electron-builder.yml. */
const APP_ID = 'com.github.daypass.app';

/** `button`: where the platform draws buttons (macOS) it does the same as a click. */
export function createNotifier({ button, log }: { button: string; log: Log }): Notifier {
  /** Held, or Electron forgets them and their clicks. */
  const shown = new Map<string, Notification>();
  if (process.platform === 'win32') app.setAppUserModelId(APP_ID);

  const withdraw = (id: string) => {
    const notification = shown.get(id);
    shown.delete(id);
    notification?.close();
  };
  // A click on what stays behind would lead nowhere.
  app.on('before-quit', () => {
    for (const id of [...shown.keys()]) withdraw(id);
  });
  return {
    withdraw,
    show(id, { title, body }, clicked) {
      withdraw(id);
      if (!Notification.isSupported()) return log('notifications are not supported here');
      const notification = new Notification({
        title,
        body,
        actions: process.platform === 'darwin' ? [{ type: 'button', text: button }] : [],
      });
      const act = () => {
        if (shown.get(id) !== notification) return;
        shown.delete(id);
        clicked();
      };
      notification.on('click', act);
      notification.on('action', act);
      notification.on('failed', (_event, error) => log('notification failed', { error }));
      shown.set(id, notification);
      notification.show();
    },
  };
}
