/** What happened here, newest first, by day; filtered by pass and by kind. */
import { useState } from 'react';
import { useApi } from '../../bridge/use-api.ts';
import { type ActivityArea, areaNames } from '../../text/activity-text.ts';
import { counted } from '../../text/format.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { SayPanel } from '../../ui/Say.tsx';
import { ActivityLine } from './ActivityLine.tsx';
import { type ActivityFilter, dayWords, filterActivities, groupByDay, passesIn } from './activity-model.ts';
import { DiagnosticsDialog } from './DiagnosticsDialog.tsx';
import { useActivities } from './use-activities.ts';
import './activity.css';

const areas = Object.keys(areaNames) as ActivityArea[];
const everything: ActivityFilter = { area: null, pass: null };

export function ActivityPage() {
  const { clock } = useApi();
  const { all, more } = useActivities();
  const [filter, setFilter] = useState(everything);
  const [diagnosing, setDiagnosing] = useState(false);
  const shown = filterActivities(all, filter);
  return (
    <>
      <header className="head activity-head">
        <h1 className="grow">Activity</h1>
        <AreaChoice filter={filter} onChange={setFilter} />
        <PassChoice filter={filter} passes={passesIn(all)} onChange={setFilter} />
        <Button icon="copy" onPress={() => setDiagnosing(true)}>
          Copy diagnostics…
        </Button>
      </header>
      <div className="activity">
        <p className="small dim" role="status">
          {shown.length > 0 &&
            `${counted(shown.length, 'entry', 'entries')}, kept until Daypass quits and written nowhere.`}
        </p>
        {shown.length === 0 && (
          <NothingHere filtered={all.length > 0} onClear={() => setFilter(everything)} />
        )}
        {groupByDay(shown).map(({ date, activities }) => (
          <section key={date} aria-label={dayWords(date, clock.ticked())}>
            <h2>{dayWords(date, clock.ticked())}</h2>
            <ul>
              {activities.map((activity) => (
                <ActivityLine key={activity.id} activity={activity} />
              ))}
            </ul>
          </section>
        ))}
        {more && (
          <Button look="quiet" onPress={more}>
            Show earlier
          </Button>
        )}
      </div>
      <DiagnosticsDialog open={diagnosing} onClose={() => setDiagnosing(false)} />
    </>
  );
}

interface ChoiceProps {
  filter: ActivityFilter;
  onChange: (filter: ActivityFilter) => void;
}

function AreaChoice({ filter, onChange }: ChoiceProps) {
  const words = filter.area ? areaNames[filter.area] : 'Everything';
  return (
    <MenuButton
      button={<Button aria-label={`Kind: ${words}`}>{words}</Button>}
      name="Kind"
      choices={[
        { id: '', words: 'Everything', chosen: filter.area === null },
        ...areas.map((id) => ({ id, words: areaNames[id], chosen: id === filter.area })),
      ]}
      onChoose={(id) => onChange({ ...filter, area: areas.find((area) => area === id) ?? null })}
    />
  );
}

function PassChoice({ filter, passes, onChange }: ChoiceProps & { passes: { id: string; label: string }[] }) {
  if (passes.length === 0) return null;
  const words = passes.find(({ id }) => id === filter.pass)?.label ?? 'All passes';
  return (
    <MenuButton
      button={<Button aria-label={`Pass: ${words}`}>{words}</Button>}
      name="Pass"
      choices={[
        { id: '', words: 'All passes', chosen: filter.pass === null },
        ...passes.map(({ id, label }) => ({ id, words: label, chosen: id === filter.pass })),
      ]}
      onChoose={(id) => onChange({ ...filter, pass: id === '' ? null : id })}
    />
  );
}

function NothingHere({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (!filtered)
    return <SayPanel calm icon="clock" title="Nothing has happened yet." body="Since Daypass started." />;
  return (
    <SayPanel
      calm
      icon="filter"
      title="No entry of this kind."
      body="Looked through all that is shown here."
      acts={<Button onPress={onClear}>Show everything</Button>}
    />
  );
}
