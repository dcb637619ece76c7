/** The path: real slashes, empty parts as dashed boxes. A click or Ctrl+L makes it a field that takes anything pasted. */
import { Fragment, useEffect, useRef, useState } from 'react';
import { type Place, placeUri, prefixSegments } from './place.ts';
import { useAddresses } from './use-address.ts';

interface PathFieldProps {
  place: Place;
  editing: boolean;
  onEditing: (editing: boolean) => void;
  /** An address was opened, or a question about it is on screen. */
  onOpened: () => void;
}

export function PathField({ place, editing, onEditing, onOpened }: PathFieldProps) {
  const { desk, present } = useAddresses();
  const [text, setText] = useState('');
  const [why, setWhy] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (editing) input.current?.select();
  }, [editing]);

  function submit() {
    const refused = desk.open(text, present);
    if (refused !== null) return setWhy(refused);
    // A signed link does not stay in the field.
    setText('');
    input.current?.blur();
    onOpened();
  }
  return (
    <div className="path-box">
      <input
        ref={input}
        className={editing ? 'path-input' : 'path-input resting'}
        aria-label="Path"
        aria-invalid={why !== ''}
        aria-describedby={why ? 'path-why' : undefined}
        spellCheck={false}
        autoComplete="off"
        value={editing ? text : placeUri(place)}
        onFocus={() => {
          setText(placeUri(place));
          onEditing(true);
        }}
        onBlur={() => {
          setWhy('');
          onEditing(false);
        }}
        onChange={(event) => {
          setText(event.target.value);
          setWhy('');
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            // Else the same key would press what has the focus then, such as the answer to a question.
            event.preventDefault();
            submit();
          }
          if (event.key === 'Escape') input.current?.blur();
        }}
      />
      {!editing && <PathWords place={place} />}
      {why && (
        <p id="path-why" className="path-why small" role="alert">
          {why}
        </p>
      )}
    </div>
  );
}

/** The same path as the field behind it, in ink and holes; only for the eye. */
function PathWords({ place }: { place: Place }) {
  if (place.bucket === null) {
    return (
      <p className="path-words" aria-hidden="true">
        <em>s3://</em>
        <span className="path-hint">all buckets</span>
      </p>
    );
  }
  const segments = prefixSegments(place.prefix);
  // When it does not fit, what goes first is between bucket and last folder.
  return (
    <p className="path-words" aria-hidden="true">
      <em>s3://</em>
      <b>{place.bucket}</b>
      <em>/</em>
      <span className="path-between">
        <Segments segments={segments.slice(0, -1)} />
      </span>
      <span className="path-last">
        <Segments segments={segments.slice(-1)} />
      </span>
    </p>
  );
}

function Segments({ segments }: { segments: readonly string[] }) {
  return segments.map((segment, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one path never move
    <Fragment key={index}>
      {segment === '' ? <span className="void">empty</span> : segment}
      <em>/</em>
    </Fragment>
  ));
}
