/** The rail: organisations as small headings, their passes with ring and time, in the person's own order. */
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { OrganisationView, PassView, Snapshot } from '../../../electron/contract/snapshot.ts';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { usePassTime } from '../../bridge/use-pass-time.ts';
import { formatAccount, formatAccountId } from '../../text/format.ts';
import { phaseClass } from '../../text/pass-time.ts';
import { Button } from '../../ui/Button.tsx';
import { Ring } from '../../ui/Ring.tsx';
import { AddPasses } from './AddPasses.tsx';
import { RailFoot, type RailFootEntry } from './RailFoot.tsx';
import './passes.css';

interface PassRailProps {
  /** Null while another page is open, or when there is no pass. */
  selected: string | null;
  onSelect: (pass: string) => void;
  foot: readonly RailFootEntry[];
}

export function PassRail({ selected, onSelect, foot }: PassRailProps) {
  const snapshot = useSnapshot();
  const groups = snapshot.organisations
    .map((organisation) => ({ organisation, passes: passesOf(snapshot, organisation) }))
    .filter((group) => group.passes.length > 0);
  return (
    <nav className="rail" aria-label="Passes and organisations">
      <div className="rail-top">
        <p className="strong grow">Passes</p>
        <AddPasses />
      </div>
      {groups.length > 0 && (
        <ListBox
          aria-label="Passes"
          className="rail-list"
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={selected ? [selected] : []}
          onSelectionChange={(keys) => {
            const [first] = keys === 'all' ? [] : [...keys];
            if (first !== undefined) onSelect(String(first));
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
      <div className="rail-end">
        <RailFoot entries={foot} />
        <RuntimeFoot snapshot={snapshot} />
      </div>
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
      <b className="cut">{pass.label}</b>
      <time>{time.short}</time>
      <small className="cut" title={formatAccount(pass)}>
        {pass.accountName ?? formatAccountId(pass.accountId)}
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

function RuntimeFoot({ snapshot }: { snapshot: Snapshot }) {
  const { runtime, version } = snapshot.app;
  return (
    <p className="rail-foot small dim">
      {runtime.official
        ? `Daypass ${version}`
        : `Unofficial runtime ${runtime.electron}: demo organisation only`}
    </p>
  );
}
