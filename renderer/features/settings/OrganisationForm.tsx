/** Name, address and region of one organisation, to be changed. What else stands in the file stays. */
import { type FormEvent, useState } from 'react';
import { readSignInAddress } from '../../../electron/contract/sign-in-address.ts';
import type { OrganisationView } from '../../../electron/contract/snapshot.ts';
import { useApi } from '../../bridge/use-api.ts';
import { addressRefusalText } from '../../text/address-text.ts';
import { regionGroups } from '../../text/regions.ts';
import { RegionSelect } from '../../ui/RegionSelect.tsx';
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
  const reading = readSignInAddress(address);
  async function save(event: FormEvent) {
    event.preventDefault();
    if (reading.kind !== 'ok') return;
    const changes = {
      ...(name !== organisation.name && { name }),
      ...(address !== organisation.signInUrl && { signInUrl: reading.url }),
      ...(region !== organisation.region && { region }),
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
    </EditForm>
  );
}
