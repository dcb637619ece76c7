/** The desktop's own notifications, one for each id. A click is what a person does to them. One world: Electron. */
import { Notification } from 'electron';
import type { Log } from '../lib/log.ts';
import type { Notifier } from '../session/reminding.ts';

/** `button`: where the platform draws buttons (macOS) it does the same as a click. */
export function createNotifier({ button, log }: { button: string; log: Log }): Notifier {
  /** Held, or Electron forgets them and their clicks. */
  const shown = new Map<string, Notification>();

  const withdraw = (id: string) => {
    const notification = shown.get(id);
    shown.delete(id);
    notification?.close();
  };
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
