/** The passes, by organisation, in the person's order: what each is called and how long it may last. */
import { useState } from 'react';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { formatAccountId, formatRole } from '../../text/format.ts';
import { guardTip, guardWords } from '../../text/guard-words.ts';
import { AskRemove } from '../../ui/AskRemove.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { lengthWords } from './length-words.ts';
import { moved } from './moved.ts';
import { PassForm } from './PassForm.tsx';
import { RowMenu } from './RowMenu.tsx';
import { ManagedBadge } from './Setting.tsx';

export function PassesSection() {
  const { organisations, passes } = useSnapshot();
  const [editing, edit] = useState<string | null>(null);
  const groups = organisations.map((organisation) => ({
    organisation,
    own: passes.filter((pass) => pass.organisation === organisation.id),
  }));
  return (
    <>
      <div className="set-title">
        <h2>Passes</h2>
      </div>
      {passes.length === 0 && (
        <p className="dim set-none">No pass yet. Sign in, and the roles you choose stand here.</p>
      )}
      {groups.map(
        ({ organisation, own }) =>
          own.length > 0 && (
            <section key={organisation.id} aria-label={organisation.name}>
              <h3 className="set-more">{organisation.name}</h3>
              <ul className="set-list" aria-label={`Passes of ${organisation.name}`}>
                {own.map((pass) => (
                  <PassRow
                    key={pass.id}
                    pass={pass}
                    editing={editing === pass.id}
                    onEdit={(on) => edit(on ? pass.id : null)}
                  />
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  );
}

interface RowProps {
  pass: PassView;
  editing: boolean;
  onEdit: (on: boolean) => void;
}

function PassRow({ pass, editing, onEdit }: RowProps) {
  const { order } = useApi();
  const { passes } = useSnapshot();
  const [removing, setRemoving] = useState(false);
  const { id, label, managed, region, durationSeconds } = pass;
  const move = (by: 1 | -1) => moved(passes, id, by, (each) => each.organisation);
  return (
    <li className="set-row" data-pass={id}>
      <div className="set-row-line">
        <div className="grow">
          <b className="cut">{label}</b>
          {pass.guarded && <Badge tone="guard" words={guardWords} tip={guardTip} />}
          {managed && <ManagedBadge />}
          <p className="small dim cut">
            {pass.accountName ?? formatAccountId(pass.accountId)} · {formatRole(pass)} · {region}
            {durationSeconds !== null && ` · at most ${lengthWords(durationSeconds)}`}
          </p>
        </div>
        <RowMenu
          name={label}
          editable={!managed}
          removable={!managed}
          up={move(-1) !== null}
          down={move(1) !== null}
          onEdit={() => onEdit(true)}
          onMove={(by) => void order('pass.reorder', { passes: move(by) ?? [] })}
          onRemove={() => setRemoving(true)}
        />
      </div>
      {editing && <PassForm pass={pass} onClose={() => onEdit(false)} />}
      {removing && (
        <AskRemove
          title={`Remove ${label}?`}
          act="Remove pass"
          onClose={() => setRemoving(false)}
          onRemove={() => void order('pass.remove', { pass: id })}
        >
          Its session ends and is taken out of the keychain. Your role at AWS stays as it is; the next sign-in
          can bring the pass back.
        </AskRemove>
      )}
    </li>
  );
}
