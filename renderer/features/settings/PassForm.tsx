/** Label, region, longest session and guard of one pass, to be changed. */
import { type FormEvent, useState } from 'react';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { useApi } from '../../bridge/use-api.ts';
import { guardTip, guardWords } from '../../text/guard-words.ts';
import { regionGroups } from '../../text/regions.ts';
import { RegionSelect } from '../../ui/RegionSelect.tsx';
import { NumberChoice } from './Choice.tsx';
import { EditForm, TextField } from './EditForm.tsx';
import { lengthWords } from './length-words.ts';

/** Stands for no ceiling in the list of lengths. */
const AS_LONG_AS_ALLOWED = 0;
const LENGTHS = [AS_LONG_AS_ALLOWED, 900, 3600, 7200, 14_400, 28_800, 43_200];

export function PassForm({ pass, onClose }: { pass: PassView; onClose: () => void }) {
  const { order } = useApi();
  const [label, setLabel] = useState(pass.label);
  const [region, setRegion] = useState(pass.region);
  const [ceiling, setCeiling] = useState(pass.durationSeconds ?? AS_LONG_AS_ALLOWED);
  const [guarded, setGuarded] = useState(pass.guarded);
  async function save(event: FormEvent) {
    event.preventDefault();
    const durationSeconds = ceiling === AS_LONG_AS_ALLOWED ? null : ceiling;
    const reply = await order('pass.edit', { pass: pass.id, label, region, durationSeconds, guarded });
    if (reply.ok) onClose();
  }
  return (
    <EditForm label={`Edit ${pass.label}`} ready={label.trim() !== ''} onSave={save} onClose={onClose}>
      <TextField label="Label" value={label} onChange={setLabel} first />
      <div className="edit-field">
        <span className="small dim">Region</span>
        <RegionSelect label="Region" groups={regionGroups} value={region} onChange={setRegion} />
      </div>
      <div className="edit-field">
        <span className="small dim">Longest session</span>
        <NumberChoice
          label="Longest session"
          choices={LENGTHS}
          words={(seconds) =>
            seconds === AS_LONG_AS_ALLOWED ? 'As long as the role allows' : lengthWords(seconds)
          }
          value={ceiling}
          onChange={setCeiling}
        />
      </div>
      <label className="edit-wide edit-check">
        <input
          type="checkbox"
          className="check"
          checked={guarded}
          onChange={(event) => setGuarded(event.target.checked)}
        />
        <span>
          {guardWords}
          <span className="small dim"> {guardTip}</span>
        </span>
      </label>
    </EditForm>
  );
}
