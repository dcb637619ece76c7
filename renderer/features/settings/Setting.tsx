/** One setting: what it is, what it means, and its control; with a lock when the administrator has set it. */
import type { ReactNode } from 'react';
import { Icon } from '../../ui/Icon.tsx';

interface SettingProps {
  title: string;
  body: ReactNode;
  managed?: boolean;
  children: ReactNode;
}

export function Setting({ title, body, managed = false, children }: SettingProps) {
  return (
    <div className="setting">
      <div className="grow">
        <b>{title}</b>
        {managed && <ManagedBadge />}
        <p className="small dim">{body}</p>
      </div>
      <div className="setting-control">{children}</div>
    </div>
  );
}

export function ManagedBadge() {
  return (
    <span className="badge managed">
      <Icon name="lock" size={12} />
      Set by your administrator
    </span>
  );
}
