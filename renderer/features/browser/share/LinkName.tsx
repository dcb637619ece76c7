/** What a browser saves the object as, when it is to be saved and not shown. */
import { LinkFileName } from '../../../../electron/contract/link.ts';

interface LinkNameProps {
  objectKey: string;
  /** Null: as the object says. */
  value: string | null;
  onChange: (value: string | null) => void;
}

export function LinkName({ objectKey, value, onChange }: LinkNameProps) {
  const wrong = value !== null && !LinkFileName.safeParse(value).success;
  return (
    <div className="share-field">
      <span className="name" aria-hidden="true">
        Opens as
      </span>
      <label className="row">
        <input
          type="checkbox"
          className="check"
          checked={value !== null}
          onChange={(event) => onChange(event.target.checked ? nameIn(objectKey) : null)}
        />
        Download named
      </label>
      {value !== null && (
        <span className="field">
          <input
            aria-label="File name"
            aria-invalid={wrong}
            spellCheck={false}
            maxLength={255}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        </span>
      )}
      {wrong && value !== '' && (
        <span className="small is-danger">No slash and nothing unseen in a name.</span>
      )}
    </div>
  );
}

/** The last part of the key, without what no name may hold. */
function nameIn(key: string): string {
  const last = key.split('/').findLast((part) => part !== '') ?? 'object';
  return last.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\\]/gu, '_');
}
