/** The path: real slashes, empty parts as dashed boxes. A click or Ctrl+L makes it a field that takes anything pasted. */
import { Fragment, useEffect, useRef, useState } from 'react';
import { type Place, parsePath, placeUri, prefixSegments } from './place.ts';

interface PathFieldProps {
  place: Place;
  editing: boolean;
  onEditing: (editing: boolean) => void;
  onOpen: (place: Place, object: string | null) => void;
}

export function PathField({ place, editing, onEditing, onOpen }: PathFieldProps) {
  const [text, setText] = useState('');
  const [why, setWhy] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (editing) input.current?.select();
  }, [editing]);

  function submit() {
    const parsed = parsePath(text);
    if (!parsed.ok) return setWhy(parsed.why);
    input.current?.blur();
    onOpen(parsed.place, parsed.object);
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
          if (event.key === 'Enter') submit();
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
