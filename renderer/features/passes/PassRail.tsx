/** The rail: organisations as small headings, their passes with ring and time, in the person's own order. */
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { scopeNow } from '../../../electron/contract/scope.ts';
import type { OrganisationView, PassView, Snapshot } from '../../../electron/contract/snapshot.ts';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { usePassTime } from '../../bridge/use-pass-time.ts';
import { formatAccountId } from '../../text/format.ts';
import { guardTip, guardWords } from '../../text/guard-words.ts';
import { phaseClass } from '../../text/pass-time.ts';
import { readOnlyTip, readOnlyWords } from '../../text/scope-words.ts';
import { Button } from '../../ui/Button.tsx';
import { GuardTick } from '../../ui/GuardTick.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Middle } from '../../ui/Middle.tsx';
import { Ring } from '../../ui/Ring.tsx';
import { AddPasses } from './AddPasses.tsx';
import { type MainPage, RailFoot } from './RailFoot.tsx';
import { SignOutMenu } from './SignOutMenu.tsx';
import './passes.css';

interface PassRailProps {
  page: MainPage;
  onOpen: (page: MainPage) => void;
  selected: string | null;
  onSelect: (pass: string) => void;
}

export function PassRail({ page, onOpen, selected, onSelect }: PassRailProps) {
  const snapshot = useSnapshot();
  const groups = snapshot.organisations
    .map((organisation) => ({ organisation, passes: passesOf(snapshot, organisation) }))
    .filter((group) => group.passes.length > 0);
  return (
    <nav className="rail" aria-label="Passes and organisations">
      <div className="rail-top">
        <p className="strong grow">Passes</p>
        <AddPasses />
        <SignOutMenu />
      </div>
      {groups.length > 0 && (
        <ListBox
          aria-label="Passes"
          className="rail-list"
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={selected ? [selected] : []}
          onSelectionChange={(keys) => {
            const [first] = keys === 'all' ? [] : [...keys];
            // Pressing the chosen one again leaves it chosen; on another page it leads back to it.
            const chosen = first === undefined ? selected : String(first);
            if (chosen !== null) onSelect(chosen);
          }}
        >
          {groups.map(({ organisation, passes }) => (
            <ListBoxSection key={organisation.id} id={organisation.id}>
              <Header className="rail-org">{organisation.name}</Header>
              {passes.map((pass) => (
                <RailPass key={pass.id} pass={pass} />
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      )}
      {groups.length > 0 && <EmptyOrganisations snapshot={snapshot} />}
      <RailFoot page={page} onOpen={onOpen} />
    </nav>
  );
}

function passesOf(snapshot: Snapshot, organisation: OrganisationView): PassView[] {
  return snapshot.passes.filter((pass) => pass.organisation === organisation.id);
}

function RailPass({ pass }: { pass: PassView }) {
  const time = usePassTime(pass);
  return (
    <ListBoxItem id={pass.id} textValue={pass.label} className={`rp ${phaseClass[time.phase]}`}>
      <Ring time={time.ring} size={22} />
      <span className="rp-name">
        <b className="cut">{pass.label}</b>
        {pass.guarded && <GuardTick words={guardWords} tip={guardTip} />}
        {scopeNow(pass) === 'read-only' && (
          <span className="hint" role="img" aria-label={readOnlyWords} title={readOnlyTip}>
            <Icon name="eye" size={14} />
          </span>
        )}
      </span>
      <time>{time.short}</time>
      <small>
        {pass.accountName === null ? formatAccountId(pass.accountId) : <Middle text={pass.accountName} />}
      </small>
    </ListBoxItem>
  );
}

/** Organisations without a pass: their way in stands here, beside the passes of the others. */
function EmptyOrganisations({ snapshot }: { snapshot: Snapshot }) {
  const { order } = useApi();
  const empty = snapshot.organisations.filter(
    (organisation) => passesOf(snapshot, organisation).length === 0,
  );
  return empty.map((organisation) => (
    <section key={organisation.id} className="rail-empty">
      <h3 className="rail-org">{organisation.name}</h3>
      <div className="row">
        <span className="small dim grow">No pass yet</span>
        <Button
          size="small"
          isDisabled={organisation.refusal !== null || snapshot.signin.kind === 'waitingForIdp'}
          onPress={() => order('signin.start', { organisation: organisation.id })}
        >
          Sign in
        </Button>
      </div>
    </section>
  ));
}
