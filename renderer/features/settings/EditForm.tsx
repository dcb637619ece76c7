/** The small form below a row: fields, then save or leave it. Esc leaves it. */
import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { LONGEST_ADDRESS } from '../../../electron/contract/sign-in-address.ts';
import { Button } from '../../ui/Button.tsx';

interface EditFormProps {
  label: string;
  ready: boolean;
  children: ReactNode;
  onSave: (event: FormEvent) => void;
  onClose: () => void;
}

export function EditForm({ label, ready, children, onSave, onClose }: EditFormProps) {
  return (
    <form
      className="edit"
      aria-label={label}
      onSubmit={onSave}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Only this form closes, not the page around it.
        event.preventDefault();
        onClose();
      }}
    >
      {children}
      <div className="acts">
        <Button type="submit" look="primary" isDisabled={!ready}>
          Save
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

interface TextFieldProps {
  label: string;
  value: string;
  mono?: boolean;
  /** The first field of a form that was just asked for. */
  first?: boolean;
  onChange: (value: string) => void;
}

export function TextField({ label, value, mono = false, first = false, onChange }: TextFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useFocusAfterMenu(field, first);
  return (
    <label className={`edit-field${mono ? ' edit-wide' : ''}`}>
      <span className="small dim">{label}</span>
      <span className="field">
        <input
          ref={field}
          className={mono ? 'mono' : undefined}
          spellCheck={false}
          value={value}
          maxLength={mono ? LONGEST_ADDRESS : 100}
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
    </label>
  );
}

/** The menu that opened this gives the focus back to its button within a frame of closing; ours comes after. */
function useFocusAfterMenu(field: RefObject<HTMLInputElement | null>, wanted: boolean) {
  useEffect(() => {
    if (!wanted) return;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => field.current?.select());
    });
    return () => cancelAnimationFrame(frame);
  }, [field, wanted]);
}
