/** A word in a frame beside a name; its tip says what it means, also to a screen reader. */
import { Icon, type IconName } from './Icon.tsx';

interface BadgeProps {
  words: string;
  tip: string;
  icon?: IconName;
  /** `guard` has the hatch, which means production and nothing else. */
  tone?: 'plain' | 'soon' | 'guard';
}

export function Badge({ words, tip, icon, tone = 'plain' }: BadgeProps) {
  return (
    <span className={tone === 'plain' ? 'badge' : `badge ${tone}`} title={tip}>
      {icon && <Icon name={icon} size={12} />}
      {words}
    </span>
  );
}
