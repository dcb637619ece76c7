/** Paste the address of a company's sign-in page: what it is, what to call it, and straight on to the page. */
import { useState } from 'react';
import { guessName, guessProduct, guessRegion } from '../../../electron/contract/company-guess.ts';
import { type AddressReading, readSignInAddress } from '../../../electron/contract/sign-in-address.ts';
import { useApi } from '../../bridge/use-api.ts';
import { addressRefusalText } from '../../text/address-text.ts';
import { regionGroups } from '../../text/regions.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { RegionSelect } from '../../ui/RegionSelect.tsx';
import './add-company.css';

/** `onAdded`: after the company is there and its sign-in has begun. */
export function AddCompany({ onAdded = () => {} }: { onAdded?: () => void }) {
  const { order } = useApi();
  const [address, setAddress] = useState('');
  const [named, setName] = useState<string | null>(null);
  const [placed, setRegion] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const reading = readSignInAddress(address);
  const name = named ?? (reading.kind === 'ok' ? guessName(reading.host) : '');
  const region = placed ?? guessRegion(address, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const ready = reading.kind === 'ok' && name.trim() !== '' && !busy;

  async function add() {
    if (reading.kind !== 'ok' || !ready) return;
    setBusy(true);
    const reply = await order('organisation.add', { name, signInUrl: reading.url, region });
    setBusy(false);
    if (!reply.ok) return;
    onAdded();
    void order('signin.start', { organisation: reply.value.organisation });
  }
  return (
    <form
      className="add-company"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <label className="field add-address">
        <Icon name="link" />
        <input
          className="mono"
          aria-label="Sign-in address"
          aria-invalid={reading.kind === 'refused' && address.trim() !== ''}
          placeholder="https://sso.your-company.com/…"
          // biome-ignore lint/a11y/noAutofocus: it is what this screen is for
          autoFocus
          spellCheck={false}
          autoComplete="off"
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      </label>
      {address.trim() !== '' && <Told reading={reading} address={address} />}
      {reading.kind === 'ok' && (
        <div className="add-facts">
          <label className="field soft add-name">
            <span className="small">Name</span>
            <input
              aria-label="Name"
              placeholder="Your company"
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </label>
          <RegionSelect label="Region" groups={regionGroups} value={region} onChange={setRegion} />
          <span className="grow" />
          <Button type="submit" look="primary" size="large" shortcut="⏎" isDisabled={!ready}>
            Sign in
          </Button>
        </div>
      )}
    </form>
  );
}

/** The host that will be asked for a password, or why this is none. */
function Told({ reading, address }: { reading: AddressReading; address: string }) {
  if (reading.kind === 'refused') {
    return (
      <p className="add-told" role="status" data-refused={reading.reason}>
        <span className="is-soon">
          <Icon name="alert" />
        </span>
        <span>{addressRefusalText[reading.reason]}</span>
      </p>
    );
  }
  const product = guessProduct(address);
  return (
    <p className="add-told" role="status">
      <span className="is-active">
        <Icon name="check" />
      </span>
      <span>
        <b>{reading.host}</b>
        <small>{product ? `${product}, leads on to AWS` : 'Opens in a window of its own'}</small>
      </span>
    </p>
  );
}
