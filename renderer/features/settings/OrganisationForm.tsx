/** What a person decides of one organisation, to be changed. What else stands in the file stays. */
import { type FormEvent, useState } from 'react';
import { readSignInAddress } from '../../../electron/contract/sign-in-address.ts';
import type { OrganisationView } from '../../../electron/contract/snapshot.ts';
import { useApi } from '../../bridge/use-api.ts';
import { addressRefusalText } from '../../text/address-text.ts';
import { regionGroups } from '../../text/regions.ts';
import { secondRoadText } from '../../text/second-road-text.ts';
import { RegionSelect } from '../../ui/RegionSelect.tsx';
import { WordsChoice } from '../../ui/WordsChoice.tsx';
import { EditForm, TextField } from './EditForm.tsx';

export function OrganisationForm({
  organisation,
  onClose,
}: {
  organisation: OrganisationView;
  onClose: () => void;
}) {
  const { order } = useApi();
  const [name, setName] = useState(organisation.name);
  const [address, setAddress] = useState(organisation.signInUrl);
  const [region, setRegion] = useState(organisation.region);
  const [browser, setBrowser] = useState(organisation.browser);
  const [keepSignedIn, setKeepSignedIn] = useState(organisation.keepSignedIn);
  const reading = readSignInAddress(address);
  async function save(event: FormEvent) {
    event.preventDefault();
    if (reading.kind !== 'ok') return;
    const changes = {
      ...(name !== organisation.name && { name }),
      ...(address !== organisation.signInUrl && { signInUrl: reading.url }),
      ...(region !== organisation.region && { region }),
      ...(browser !== organisation.browser && { browser }),
      ...(keepSignedIn !== organisation.keepSignedIn && { keepSignedIn }),
    };
    const reply =
      Object.keys(changes).length === 0 ||
      (await order('organisation.edit', { organisation: organisation.id, ...changes })).ok;
    if (reply) onClose();
  }
  return (
    <EditForm
      label={`Edit ${organisation.name}`}
      ready={name.trim() !== '' && reading.kind === 'ok'}
      onSave={save}
      onClose={onClose}
    >
      <TextField label="Name" value={name} onChange={setName} first />
      <TextField label="Sign-in address" value={address} onChange={setAddress} mono />
      {reading.kind === 'refused' && (
        <p className="small is-danger edit-wide" role="status">
          {addressRefusalText[reading.reason]}
        </p>
      )}
      <div className="edit-field">
        <span className="small dim">Region</span>
        <RegionSelect label="Region" groups={regionGroups} value={region} onChange={setRegion} />
      </div>
      <Road value={browser} onChange={setBrowser} />
      <label className="edit-wide edit-check">
        <input
          type="checkbox"
          className="check"
          checked={keepSignedIn}
          onChange={(event) => setKeepSignedIn(event.target.checked)}
        />
        <span>
          Keep me signed in <span className="dim">when Daypass is started again, for at most 12 hours</span>
        </span>
      </label>
    </EditForm>
  );
}

interface RoadProps {
  value: OrganisationView['browser'];
  onChange: (value: OrganisationView['browser']) => void;
}

/** Where the sign-in page opens, with honest words of what the second road is good for. */
function Road({ value, onChange }: RoadProps) {
  const { window, system } = secondRoadText;
  return (
    <div className="edit-field edit-wide">
      <span className="small dim">Sign-in page</span>
      <WordsChoice
        label="Sign-in page"
        choices={[
          { value: 'window', words: window.label },
          { value: 'system', words: system.label },
        ]}
        value={value}
        disabled={false}
        onChange={onChange}
      />
      <p className="small dim">{value === 'window' ? window.body : system.body}</p>
      {value === 'system' && (
        <p className="small dim">
          {system.helps} {system.helpsNot}
        </p>
      )}
    </div>
  );
}
