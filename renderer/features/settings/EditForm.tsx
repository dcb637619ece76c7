/** The small form below a row: fields, then save or leave it. Esc leaves it. */
import type { FormEvent, ReactNode } from 'react';
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
  autoFocus?: boolean;
  onChange: (value: string) => void;
}

export function TextField({ label, value, mono = false, autoFocus = false, onChange }: TextFieldProps) {
  return (
    <label className={`edit-field${mono ? ' edit-wide' : ''}`}>
      <span className="small dim">{label}</span>
      <span className="field">
        <input
          className={mono ? 'mono' : undefined}
          // biome-ignore lint/a11y/noAutofocus: the form was just asked for
          autoFocus={autoFocus}
          spellCheck={false}
          value={value}
          maxLength={mono ? 4096 : 100}
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
    </label>
  );
}
