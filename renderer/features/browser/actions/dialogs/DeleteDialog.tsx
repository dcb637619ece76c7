/** Counts what would go, says what brings it back, and deletes on a second word. */
import { useMemo, useState } from 'react';
import { failureText } from '../../../../text/failure-text.ts';
import { Button } from '../../../../ui/Button.tsx';
import type { ActionTarget } from '../begin.ts';
import type { ActionDialogProps } from '../joined.tsx';
import { countOfTarget, targetsOf } from '../target.ts';
import { useWorks } from '../use-works.ts';
import { ActionDialog } from './ActionDialog.tsx';
import {
  type Count,
  countLine,
  type DeleteFacts,
  deleteAct,
  deleteTitle,
  fateLine,
  mayDelete,
  offersEveryVersion,
  ofVersion,
} from './delete-words.ts';
import { OneOf, Tick } from './fields.tsx';
import { useAsked } from './use-asked.ts';

export function DeleteDialog({ pass, target, onClose }: ActionDialogProps) {
  const works = useWorks();
  const [everyVersion, setEveryVersion] = useState(false);
  const [sure, setSure] = useState(false);
  const versioning = useVersioning(pass.id, target);
  const counting = useCount(pass.id, target, everyVersion);
  const facts: DeleteFacts = { target, versioning, everyVersion, ...counting.told };
  const { failure } = counting;
  return (
    <ActionDialog
      title={deleteTitle(facts)}
      act={deleteAct(facts)}
      ready={mayDelete(facts) && (!everyVersion || sure)}
      guarded={pass.guarded ? target.bucket : null}
      careful
      aside={counting.stop && <Button onPress={counting.stop}>Stop counting</Button>}
      onAct={(typed) =>
        works.start({
          kind: 'delete',
          pass: pass.id,
          bucket: target.bucket,
          task: { task: 'delete', targets: targetsOf(target), everyVersion },
          typed,
        })
      }
      onClose={onClose}
    >
      <p className="act-count" role="status">
        {countLine(facts)}
      </p>
      {failure && (
        <p className="is-danger" data-failure={failure.code}>
          Could not be counted. {failureText(failure).title}
        </p>
      )}
      <p>{fateLine(facts)}</p>
      {offersEveryVersion(facts) && (
        <OneOf
          label="What goes"
          value={everyVersion ? 'every' : 'present'}
          choices={[
            { value: 'present', words: 'What is there now', under: 'Older versions stay.' },
            {
              value: 'every',
              words: 'Every version, for good',
              under: 'Older versions and delete markers too.',
            },
          ]}
          onChange={(choice) => {
            setEveryVersion(choice === 'every');
            setSure(false);
          }}
        />
      )}
      {everyVersion && (
        <Tick checked={sure} onChange={setSure}>
          I know that nothing brings them back
        </Tick>
      )}
    </ActionDialog>
  );
}

/** Refused or lost is told as not known: a person decides then as if it were for good. */
function useVersioning(pass: string, target: ActionTarget): DeleteFacts['versioning'] {
  const { bucket } = target;
  const isVersion = ofVersion(target);
  const start = useMemo(
    () => (isVersion ? null : ({ op: 'versioning', pass, bucket } as const)),
    [pass, bucket, isVersion],
  );
  const { answer, failure } = useAsked('versioning', start);
  if (isVersion || failure) return null;
  return answer ? answer.versioning : 'asking';
}

/** The list knows what objects weigh; folders, and every version, are counted by S3. */
function useCount(pass: string, target: ActionTarget, everyVersion: boolean) {
  const [stopped, setStopped] = useState<Count | 'nothing' | null>(null);
  const listed = useMemo(() => (everyVersion ? null : countOfTarget(target)), [target, everyVersion]);
  const start = useMemo(() => {
    if (listed || stopped) return null;
    const { bucket } = target;
    return { op: 'measure', pass, bucket, targets: targetsOf(target), everyVersion } as const;
  }, [pass, target, everyVersion, listed, stopped]);
  const { answer, failure } = useAsked('measured', start);
  const count: Count | null = listed
    ? { ...listed, complete: true }
    : stopped
      ? stopped === 'nothing'
        ? null
        : stopped
      : answer;
  const going = !listed && !stopped && !failure && answer?.complete !== true;
  return {
    told: { count, uncounted: !listed && (stopped !== null || failure !== null) },
    failure,
    stop: going ? () => setStopped(answer ?? 'nothing') : null,
  };
}
