// biome-ignore-all lint/a11y/useFocusableInteractive: the field above has the focus and names the active option
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the field above takes the keys
/** What a field offers under it: one option a line, each with what kind it is. The field keeps the keyboard. */
import { type RefObject, useEffect, useRef } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { Middle } from './Middle.tsx';

export interface Option {
  id: string;
  icon: IconName;
  words: string;
  /** Set in the face of paths. */
  mono?: boolean;
  /** In ink that may be overlooked, before the kind. */
  hint?: string;
  kind: string;
}

interface OptionListProps {
  id: string;
  name: string;
  options: readonly Option[];
  /** Place of the option that Enter would choose; -1: none. */
  active: number;
  onChoose: (option: Option) => void;
  className?: string;
}

export const optionId = (list: string, index: number) => `${list}-${index}`;

export function OptionList({ id, name, options, active, onChoose, className = '' }: OptionListProps) {
  const list = useRef<HTMLDivElement>(null);
  useKeepActiveInView(list, active);
  return (
    <div ref={list} id={id} role="listbox" aria-label={name} className={`options ${className}`}>
      {options.map((option, index) => (
        <div
          key={option.id}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          className="option"
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option)}
        >
          <Icon name={option.icon} />
          <span className={`words${option.mono ? ' mono' : ''}`}>
            <Middle text={option.words} />
          </span>
          {option.hint && <span className="hint dim small cut">{option.hint}</span>}
          <span className="dim small nb">{option.kind}</span>
        </div>
      ))}
    </div>
  );
}

function useKeepActiveInView(list: RefObject<HTMLDivElement | null>, active: number) {
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [list, active]);
}
