/** Tags: of one object all of them as rows; of several, and of folders, what is put on each and what is taken off. */
import { useMemo, useState } from 'react';
import type { S3Tag } from '../../../../../electron/contract/s3-inspect.ts';
import { failureText } from '../../../../text/failure-text.ts';
import type { ActionDialogProps } from '../joined.tsx';
import { targetsOf, targetWords } from '../target.ts';
import { useWorks } from '../use-works.ts';
import { ActionDialog } from './ActionDialog.tsx';
import { LabelledField } from './fields.tsx';
import { PairRows } from './PairRows.tsx';
import { filled, MOST_TAGS, readNames, tagChange, tagLimits, tagTrouble } from './tag-rules.ts';
import { useAsked } from './use-asked.ts';

export function TagsDialog(props: ActionDialogProps) {
  const { objects, folders } = props.target;
  return objects.length === 1 && folders.length === 0 ? <OfOne {...props} /> : <OfSeveral {...props} />;
}

function OfOne(props: ActionDialogProps) {
  const { pass, target } = props;
  const [object] = target.objects;
  const start = useMemo(() => {
    const { key = '', version = null } = object ?? {};
    return { op: 'tags', pass: pass.id, bucket: target.bucket, key, version } as const;
  }, [pass.id, target.bucket, object]);
  const { answer, failure } = useAsked('tags', start);
  const [rows, setRows] = useState<readonly S3Tag[] | null>(null);
  const present = answer?.tags ?? null;
  const wanted = rows ?? present ?? [];
  const change = present ? tagChange(present, wanted) : { put: [], remove: [] };
  return (
    <Frame {...props} change={change} trouble={present ? tagTrouble(wanted) : null}>
      {failure && (
        <p className="is-danger" role="alert" data-failure={failure.code}>
          {failureText(failure).title} {failureText(failure).next}
        </p>
      )}
      {!present && !failure && <p role="status">Reading the tags…</p>}
      {present && <PairRows of="tag" rows={wanted} most={MOST_TAGS} focused onChange={setRows} />}
    </Frame>
  );
}

function OfSeveral(props: ActionDialogProps) {
  const [put, setPut] = useState<readonly S3Tag[]>([]);
  const [names, setNames] = useState('');
  const { names: remove, trouble } = readNames(names);
  return (
    <Frame {...props} change={{ put: filled(put), remove }} trouble={tagTrouble(put) ?? trouble}>
      <fieldset className="one-of">
        <legend className="small dim">Put on each; a tag of that name gets the new value</legend>
        <PairRows of="tag" rows={put} most={MOST_TAGS} focused onChange={setPut} />
      </fieldset>
      <LabelledField
        label="Take off each: names, with commas between"
        value={names}
        hint="All other tags stay."
        onChange={setNames}
      />
    </Frame>
  );
}

interface FrameProps extends ActionDialogProps {
  change: { put: S3Tag[]; remove: string[] };
  trouble: string | null;
  children: React.ReactNode;
}

function Frame({ pass, target, change, trouble, children, onClose }: FrameProps) {
  const works = useWorks();
  const what = targetWords(target);
  const { put, remove } = change;
  return (
    <ActionDialog
      title={`Tags of ${what}`}
      act={target.objects.length + target.folders.length > 1 ? `Save tags of ${what}` : 'Save tags'}
      ready={trouble === null && put.length + remove.length > 0}
      guarded={null}
      wide
      onAct={() =>
        works.start({
          kind: 'editTags',
          pass: pass.id,
          bucket: target.bucket,
          task: { task: 'tags', targets: targetsOf(target), put, remove },
          typed: null,
        })
      }
      onClose={onClose}
    >
      {children}
      <p
        className={`small ${trouble === null ? '' : 'is-danger'}`}
        role={trouble === null ? undefined : 'alert'}
      >
        {trouble ?? tagLimits}
      </p>
    </ActionDialog>
  );
}
