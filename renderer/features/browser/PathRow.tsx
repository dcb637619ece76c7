/** The row under the head: back, forward, up, the path with its region, and the filter. */
import type { Ref } from 'react';
import { Input, SearchField } from 'react-aria-components';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { useApi } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ActionsMenu } from './actions/ActionsMenu.tsx';
import { targetOf } from './actions/target.ts';
import { UploadButton } from './actions/UploadButton.tsx';
import type { BrowserState } from './browser-state.ts';
import type { BrowserStore } from './browser-store.ts';
import { PathField } from './PathField.tsx';
import { PaymentBadge } from './Payment.tsx';
import { consolePlace, placeUri, samePlace } from './place.ts';
import { StarButton } from './places/StarButton.tsx';

interface PathRowProps {
  pass: PassView;
  state: BrowserState;
  store: BrowserStore;
  live: boolean;
  editing: boolean;
  onEditing: (editing: boolean) => void;
  onOpened: () => void;
  filterRef: Ref<HTMLInputElement>;
  /** Down or Enter in the filter: the keyboard goes on to the list. */
  onToList: () => void;
}

export function PathRow({
  pass,
  state,
  store,
  live,
  editing,
  onEditing,
  onOpened,
  filterRef,
  onToList,
}: PathRowProps) {
  const { order } = useApi();
  const here = state.listing && samePlace(state.listing.place, state.place) ? state.listing : null;
  const folder = targetOf(state.place, []);
  return (
    <div className="pathrow">
      <Button
        look="quiet"
        icon="back"
        aria-label="Back"
        isDisabled={!live || state.back.length === 0}
        onPress={store.back}
      />
      <Button
        look="quiet"
        icon="fwd"
        aria-label="Forward"
        isDisabled={!live || state.forward.length === 0}
        onPress={store.forward}
      />
      <Button
        look="quiet"
        icon="up"
        aria-label="Up"
        isDisabled={!live || state.place.bucket === null}
        onPress={() => store.up()}
      />
      <div className="path">
        <PathField
          pass={pass.id}
          place={state.place}
          editing={editing}
          onEditing={onEditing}
          onOpened={onOpened}
        />
        {!editing && <PaymentBadge pass={pass.id} bucket={state.place.bucket} />}
        {!editing && here?.region && <span className="badge">{here.region}</span>}
        {!editing && <StarButton pass={pass.id} place={state.place} />}
        {!editing && state.place.bucket !== null && (
          <Button
            look="quiet"
            size="small"
            icon="copy"
            aria-label="Copy the S3 address"
            onPress={() => order('text.copy', { text: placeUri(state.place) })}
          />
        )}
        {!editing && (
          <Button
            look="quiet"
            size="small"
            icon="out"
            aria-label="Open in console"
            isDisabled={!live}
            onPress={() => {
              const place = consolePlace(state.place, here?.region ?? null);
              void order('console.open', { pass: pass.id, place });
            }}
          />
        )}
      </div>
      <SearchField
        className="field soft filter"
        aria-label="Filter what is listed"
        value={state.filter}
        onChange={(filter) => store.set({ filter })}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'Enter') onToList();
        }}
      >
        <Icon name="filter" />
        <Input ref={filterRef} placeholder="Filter" />
        {state.filter ? (
          <Button look="quiet" size="small" icon="x" aria-label="Clear the filter" />
        ) : (
          <span className="kbd" aria-hidden="true">
            /
          </span>
        )}
      </SearchField>
      <Button look="quiet" icon="refresh" aria-label="List again" isDisabled={!live} onPress={store.again} />
      {folder && <UploadButton pass={pass} folder={folder} live={live} />}
      {folder && <ActionsMenu pass={pass} target={folder} name="More for this folder" />}
    </div>
  );
}
