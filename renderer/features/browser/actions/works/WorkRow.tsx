/** One work: what, how far, and what can be done about it. */
import { useMemo } from 'react';
import type { PassView } from '../../../../../electron/contract/snapshot.ts';
import { useApi, useSnapshot } from '../../../../bridge/use-api.ts';
import { counted, formatCount } from '../../../../text/format.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Icon, type IconName } from '../../../../ui/Icon.tsx';
import { Middle } from '../../../../ui/Middle.tsx';
import { restTask, retryTask } from './retry.ts';
import { WorkFailures } from './WorkFailures.tsx';
import type { Work, WorkKind } from './work.ts';
import { workShare, workTitle, workWords } from './work-words.ts';
import type { Works } from './works.ts';

const icons: Record<WorkKind, IconName> = {
  delete: 'x',
  undelete: 'back',
  abandon: 'x',
  rename: 'file',
  copyTo: 'copy',
  moveTo: 'right',
  makePresent: 'up',
  newFolder: 'folder',
  editTags: 'file',
  editHeaders: 'file',
  restore: 'cold',
};

export function WorkRow({ work, works }: { work: Work; works: Works }) {
  const { passes } = useSnapshot();
  const pass = passes.find(({ id }) => id === work.pass);
  const words = workWords(work);
  const title = useTitle(work);
  const wrong = work.end !== null && (work.end.kind !== 'done' || work.progress.failed > 0);
  const code = work.end?.kind === 'failed' ? work.end.failure.code : undefined;
  return (
    <li className="tx work" data-failure={code} data-work={work.end?.kind ?? 'running'}>
      <Icon name={icons[work.kind]} />
      <div className="tx-what">
        <Middle text={title} />
        <small className="cut">
          {words.where}
          {pass && `, pass ${pass.label}`}
        </small>
      </div>
      <Bar work={work} name={title} />
      <div className="small dim tx-words" role={work.end ? 'status' : undefined}>
        <p className={wrong && work.end?.kind !== 'stopped' ? 'is-danger' : ''}>{words.state}</p>
        <span title={words.under}>{words.under}</span>
      </div>
      <div className="work-acts">
        {work.end ? <AfterEnd work={work} works={works} pass={pass} /> : <Stop work={work} works={works} />}
      </div>
      {work.failures.length > 0 && <WorkFailures work={work} />}
    </li>
  );
}

/** Of fifty thousand objects it takes a moment, so once. */
function useTitle({ kind, task }: Work): string {
  return useMemo(() => workTitle({ kind, task }), [kind, task]);
}

function Bar({ work, name }: { work: Work; name: string }) {
  const share = workShare(work);
  const percent = share === null ? undefined : Math.floor(share * 100);
  return (
    <div
      className={work.end && work.end.kind !== 'done' ? 'bar stopped' : 'bar'}
      role="progressbar"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <b style={{ width: `${percent ?? 0}%` }} />
    </div>
  );
}

function Stop({ work, works }: { work: Work; works: Works }) {
  return (
    <Button size="small" isDisabled={work.stopping} onPress={() => works.stop(work.id)}>
      Stop
    </Button>
  );
}

function AfterEnd({ work, works, pass }: { work: Work; works: Works; pass: PassView | undefined }) {
  const title = useTitle(work);
  return (
    <>
      <Undo work={work} works={works} pass={pass} />
      <Again work={work} works={works} pass={pass} />
      <Button
        look="quiet"
        size="small"
        icon="x"
        aria-label={`Dismiss: ${title}`}
        onPress={() => works.dismiss(work.id)}
      />
    </>
  );
}

interface NextProps {
  work: Work;
  works: Works;
  pass: PassView | undefined;
}

/** Takes the delete markers away again. */
function Undo({ work, works, pass }: NextProps) {
  const { undo } = work;
  if (undo.length === 0) return null;
  const all = undo.length === work.progress.done;
  return (
    <Button
      size="small"
      icon="back"
      isDisabled={pass?.session.kind !== 'active'}
      onPress={() => {
        works.dismiss(work.id);
        works.start({ ...work, kind: 'undelete', task: { task: 'undelete', markers: [...undo] } });
      }}
    >
      {all ? 'Undo' : `Undo ${formatCount(undo.length)}`}
    </Button>
  );
}

/** On only those that failed, or on the rest of what was cut off; signing in comes first where the session is over. */
function Again({ work, works, pass }: NextProps) {
  const { order } = useApi();
  const { signin } = useSnapshot();
  const cut = work.end?.kind === 'failed' || work.end?.kind === 'lost' || work.end?.kind === 'stopped';
  // What was cut off left more than what failed: the end of a session fails once, for all the rest.
  const rest = cut ? restTask(work) : null;
  const task = rest ?? retryTask(work);
  if (!task || !pass) return null;
  if (pass.session.kind !== 'active')
    return (
      <Button
        size="small"
        icon="key"
        isDisabled={signin.kind === 'waitingForIdp' || signin.kind === 'trading'}
        onPress={() => void order('signin.start', { organisation: pass.organisation })}
      >
        Sign in
      </Button>
    );
  return (
    <Button
      size="small"
      icon="refresh"
      onPress={() => {
        works.dismiss(work.id);
        works.start({ ...work, task });
      }}
    >
      {rest ? 'Begin again' : againWords(work.failures.length)}
    </Button>
  );
}

const againWords = (count: number) =>
  count === 1 ? 'Try it again' : `Try the ${counted(count, '', '').trim()} again`;
