/** The companies one signs in to: each with its address, editable unless the administrator has set it. */
import { type ReactNode, useState } from 'react';
import type { OrganisationView } from '../../../electron/contract/snapshot.ts';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { counted } from '../../text/format.ts';
import { AskRemove } from '../../ui/AskRemove.tsx';
import { Button } from '../../ui/Button.tsx';
import { moved } from './moved.ts';
import { OrganisationForm } from './OrganisationForm.tsx';
import { RowMenu } from './RowMenu.tsx';
import { ManagedBadge } from './Setting.tsx';

interface OrganisationsSectionProps {
  /** The field for an address; told when something was added. */
  adding: (onAdded: () => void) => ReactNode;
  ways: ReactNode;
}

export function OrganisationsSection({ adding, ways }: OrganisationsSectionProps) {
  const { organisations } = useSnapshot();
  const [editing, edit] = useState<string | null>(null);
  const [adds, add] = useState(false);
  return (
    <>
      <div className="set-title">
        <h2>Organisations</h2>
        {!adds && (
          <Button size="small" icon="plus" onPress={() => add(true)}>
            Add a company
          </Button>
        )}
      </div>
      {adds && (
        <div className="set-adding">
          {adding(() => add(false))}
          <Button size="small" look="quiet" onPress={() => add(false)}>
            Cancel
          </Button>
        </div>
      )}
      {organisations.length === 0 && (
        <p className="dim set-none">No company yet. Add one by its sign-in address.</p>
      )}
      <ul className="set-list" aria-label="Organisations">
        {organisations.map((organisation) => (
          <OrganisationRow
            key={organisation.id}
            organisation={organisation}
            editing={editing === organisation.id}
            onEdit={(on) => edit(on ? organisation.id : null)}
          />
        ))}
      </ul>
      <h3 className="set-more">Bring in more</h3>
      {ways}
    </>
  );
}

interface RowProps {
  organisation: OrganisationView;
  editing: boolean;
  onEdit: (on: boolean) => void;
}

function OrganisationRow({ organisation, editing, onEdit }: RowProps) {
  const { order } = useApi();
  const { organisations, passes } = useSnapshot();
  const [removing, setRemoving] = useState(false);
  const { id, name, host, region, managed, demo, byHand } = organisation;
  const own = passes.filter((pass) => pass.organisation === id);
  const move = (by: 1 | -1) => moved(organisations, id, by);
  return (
    <li className="set-row" data-organisation={id}>
      <div className="set-row-line">
        <div className="grow">
          <b className="cut">{name}</b>
          {managed && <ManagedBadge />}
          {demo && <span className="badge">demo, on this computer</span>}
          <p className="small dim cut">
            {host} · {region} · {counted(own.length, 'pass', 'passes')}
            {byHand.length > 0 && ` · in the file also: ${byHand.join(', ')}`}
          </p>
        </div>
        <RowMenu
          name={name}
          editable={!managed && !demo}
          removable={!managed}
          up={move(-1) !== null}
          down={move(1) !== null}
          onEdit={() => onEdit(true)}
          onMove={(by) => void order('organisation.reorder', { organisations: move(by) ?? [] })}
          onRemove={() => setRemoving(true)}
        />
      </div>
      {editing && <OrganisationForm organisation={organisation} onClose={() => onEdit(false)} />}
      {removing && (
        <AskRemove
          title={`Remove ${name}?`}
          act="Remove organisation"
          onClose={() => setRemoving(false)}
          onRemove={() => void order('organisation.remove', { organisation: id })}
        >
          {own.length > 0
            ? `Its ${counted(own.length, 'pass goes', 'passes go')} with it, and their sessions are taken out of the keychain.`
            : 'It has no passes.'}{' '}
          {demo
            ? 'It stops running on this computer. With no other company here, first run offers it again.'
            : 'Your roles at AWS stay as they are.'}
        </AskRemove>
      )}
    </li>
  );
}
