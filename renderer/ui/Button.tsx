/** The one button: ink, not colour. `primary` once in a view; `quiet` for what may be overlooked. */
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Icon, type IconName } from './Icon.tsx';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  look?: 'plain' | 'primary' | 'quiet';
  size?: 'small' | 'normal' | 'large';
  icon?: IconName;
  /** Shown after the words: the key that does the same. */
  shortcut?: string;
  children?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', size = 'normal', icon, shortcut, children, ...rest }: ButtonProps) {
  const bare = children === undefined;
  return (
    <AriaButton {...rest} className={`btn ${look} ${size}${bare ? ' bare' : ''}`}>
      {icon && <Icon name={icon} size={size === 'small' ? 14 : 16} />}
      {children}
      {shortcut && (
        <span className="kbd" aria-hidden="true">
          {shortcut}
        </span>
      )}
    </AriaButton>
  );
}
