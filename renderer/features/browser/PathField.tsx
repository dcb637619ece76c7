/**
 * The path: real slashes, empty parts as dashed boxes. A click or Ctrl+L makes it a field that takes anything pasted,
 * and offers bookmarks, recent places and known buckets.
 */
import { Fragment, useEffect, useRef, useState } from 'react';
import { OptionList, optionId } from '../../ui/OptionList.tsx';
import { useActiveOption } from '../../ui/use-active-option.ts';
import { type Place, placeUri, prefixSegments } from './place.ts';
import { useSuggestions } from './places/use-suggestions.ts';
import { useAddresses } from './use-address.ts';

interface PathFieldProps {
  pass: string;
  place: Place;
  editing: boolean;
  onEditing: (editing: boolean) => void;
  /** An address was opened, or a question about it is on screen. */
  onOpened: () => void;
}

export function PathField({ pass, place, editing, onEditing, onOpened }: PathFieldProps) {
  const { desk, present } = useAddresses();
  const [text, setText] = useState('');
  const [why, setWhy] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const typed = text === placeUri(place) ? '' : text;
  const suggested = useSuggestions(pass, place, typed);
  const options = editing && why === '' ? suggested.options : [];
  const list = useActiveOption(options.length, -1);
  useEffect(() => {
    if (editing) input.current?.select();
  }, [editing]);

  function choose(id: string) {
    const chosen = suggested.placeOf(id);
    if (!chosen) return;
    setText('');
    input.current?.blur();
    desk.openIn(pass, chosen);
    onOpened();
  }
  function submit() {
    const active = options[list.active];
    if (active) return choose(active.id);
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
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={options.length > 0}
        aria-controls={options.length > 0 ? 'path-places' : undefined}
        aria-activedescendant={list.active >= 0 ? optionId('path-places', list.active) : undefined}
        aria-invalid={why !== ''}
        aria-describedby={why ? 'path-why' : undefined}
        spellCheck={false}
        autoComplete="off"
        value={editing ? text : placeUri(place)}
        onFocus={() => {
          setText(placeUri(place));
          list.reset();
          onEditing(true);
        }}
        onBlur={() => {
          setWhy('');
          onEditing(false);
        }}
        onChange={(event) => {
          setText(event.target.value);
          setWhy('');
          list.reset();
        }}
        onKeyDown={(event) => {
          if (list.take(event)) return;
          if (event.key === 'Enter') {
            // Else the same key would press what has the focus then, such as the answer to a question.
            event.preventDefault();
            submit();
          }
          if (event.key === 'Escape') input.current?.blur();
        }}
      />
      {!editing && <PathWords place={place} />}
      {options.length > 0 && (
        <OptionList
          id="path-places"
          name="Places"
          className="under-field"
          options={options}
          active={list.active}
          onChoose={({ id }) => choose(id)}
        />
      )}
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
