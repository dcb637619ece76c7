/** *Go to*: Ctrl or ⌘ with K, and a pass, a bookmark, a recent place, a bucket or a page is a few letters away. */
import { useEffect, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useSnapshot } from '../../bridge/use-api.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { OptionList, optionId } from '../../ui/OptionList.tsx';
import { useActiveOption } from '../../ui/use-active-option.ts';
import { type GoToWorld, type Target, targetId, targetsFor } from './targets.ts';
import './go-to.css';

interface GoToProps extends Pick<GoToWorld, 'bucketsOf' | 'pages'> {
  onGo: (target: Target) => void;
}

export function GoTo(props: GoToProps) {
  const [open, setOpen] = useOpenByKey();
  return (
    <ModalOverlay className="veil go-to-veil" isOpen={open} onOpenChange={setOpen} isDismissable>
      <Modal>
        <Dialog className="go-to" aria-label="Go to">
          <Finder {...props} onClose={() => setOpen(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const icons: Readonly<Record<Target['kind'], IconName>> = {
  pass: 'ticket',
  bookmark: 'starred',
  recent: 'clock',
  bucket: 'bucket',
  page: 'window',
};

function Finder({ bucketsOf, pages, onGo, onClose }: GoToProps & { onClose: () => void }) {
  const { passes, places } = useSnapshot();
  const [typed, setTyped] = useState('');
  const targets = targetsFor({ passes, places, bucketsOf, pages }, typed);
  const list = useActiveOption(targets.length, 0);
  const go = (target: Target | undefined) => {
    if (!target) return;
    onClose();
    onGo(target);
  };
  return (
    <>
      <div className="go-to-field">
        <Icon name="search" />
        <input
          role="combobox"
          aria-label="Go to"
          aria-autocomplete="list"
          aria-expanded={targets.length > 0}
          aria-controls={targets.length > 0 ? 'go-to-targets' : undefined}
          aria-activedescendant={list.active >= 0 ? optionId('go-to-targets', list.active) : undefined}
          placeholder="A pass, a bucket, a bookmark, a recent place"
          spellCheck={false}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: a person came here to type
          autoFocus
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            list.reset();
          }}
          onKeyDown={(event) => {
            if (list.take(event) || event.key !== 'Enter') return;
            event.preventDefault();
            go(targets[list.active]);
          }}
        />
      </div>
      {targets.length > 0 ? (
        <OptionList
          id="go-to-targets"
          name="Places to go to"
          options={targets.map((target) => ({
            id: targetId(target),
            icon: icons[target.kind],
            words: target.words,
            mono: 'place' in target,
            hint: target.hint,
            kind: target.kind,
          }))}
          active={list.active}
          onChoose={({ id }) => go(targets.find((target) => targetId(target) === id))}
        />
      ) : (
        <p className="dim go-to-none" role="status">
          Nothing here is named so. An address goes into the path: Ctrl+L.
        </p>
      )}
    </>
  );
}

/** While a question is on screen, it comes first. */
const QUESTIONS = '[role="dialog"], [role="alertdialog"]';

function useOpenByKey(): [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(false);
  const now = useRef(open);
  now.current = open;
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      const isKey = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isKey || event.key.toLowerCase() !== 'k') return;
      if (!now.current && document.querySelector(QUESTIONS)) return;
      event.preventDefault();
      setOpen(!now.current);
    }
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return [open, setOpen];
}
