/** A word in a frame beside a name; its tip says what it means, also to a screen reader. */
import { Icon, type IconName } from './Icon.tsx';

interface BadgeProps {
  words: string;
  tip: string;
  icon?: IconName;
  soon?: boolean;
}

export function Badge({ words, tip, icon, soon = false }: BadgeProps) {
  return (
    <span className={`badge${soon ? ' soon' : ''}`} title={tip}>
      {icon && <Icon name={icon} size={12} />}
      {words}
    </span>
  );
}
