/** Content headers and metadata: S3 writes the object anew for them, and this says so. */
import { useMemo, useState } from 'react';
import { failureText } from '../../../../text/failure-text.ts';
import type { ActionDialogProps } from '../joined.tsx';
import { targetsOf, targetWords } from '../target.ts';
import { useWorks } from '../use-works.ts';
import { ActionDialog } from './ActionDialog.tsx';
import { LabelledField, Tick } from './fields.tsx';
import {
  type HeadersForm,
  headerChange,
  headerFields,
  headersIn,
  headerTrouble,
  type Metadata,
  noHeaders,
} from './header-rules.ts';
import { PairRows } from './PairRows.tsx';
import { useAsked } from './use-asked.ts';

const MOST_METADATA = 100;

export function HeadersDialog({ pass, target, onClose }: ActionDialogProps) {
  const works = useWorks();
  const { bucket } = target;
  const [object] = target.objects;
  const one = object && target.objects.length + target.folders.length === 1 ? object : null;
  const start = useMemo(
    () => one && ({ op: 'facts', pass: pass.id, bucket, key: one.key, version: one.version } as const),
    [pass.id, bucket, one],
  );
  const { answer, failure } = useAsked('facts', start);
  const [edited, setEdited] = useState<Partial<HeadersForm['headers']>>({});
  const [metadata, setMetadata] = useState<Metadata | null>(null);
  const before = answer ? { headers: headersIn(answer.facts), metadata: answer.facts.metadata } : null;
  const form: HeadersForm = { headers: { ...noHeaders, ...edited }, metadata };
  const trouble = headerTrouble(form);
  const change = headerChange(before, form);
  const ready = change !== null && trouble === null && (one === null || before !== null);
  const what = targetWords(target);
  return (
    <ActionDialog
      title={`Headers of ${what}`}
      act={one ? 'Write it anew' : `Write ${what} anew`}
      ready={ready}
      guarded={pass.guarded ? bucket : null}
      wide
      onAct={(typed) => {
        if (change === null) return;
        const task = { task: 'headers', targets: targetsOf(target), change } as const;
        works.start({ kind: 'editHeaders', pass: pass.id, bucket, task, typed });
      }}
      onClose={onClose}
    >
      {failure && (
        <p className="is-danger" role="alert" data-failure={failure.code}>
          {failureText(failure).title} {failureText(failure).next}
        </p>
      )}
      {one && !before && !failure && <p role="status">Reading the headers…</p>}
      {(before || !one) &&
        headerFields.map(({ name, words, example }, index) => (
          <LabelledField
            key={name}
            label={words}
            value={edited[name] ?? before?.headers[name] ?? ''}
            placeholder={before ? `such as ${example}` : 'stays as it is'}
            {...(index === 0 && { first: 'all' as const })}
            onChange={(value) => setEdited({ ...edited, [name]: value === '' && !before ? null : value })}
          />
        ))}
      {(before || !one) && (
        <MetadataRows
          present={before?.metadata ?? null}
          missing={answer?.facts.metadataMissing ?? 0}
          rows={metadata}
          onChange={setMetadata}
        />
      )}
      <p
        className={`small ${trouble === null ? '' : 'is-danger'}`}
        role={trouble === null ? undefined : 'alert'}
      >
        {trouble ??
          'S3 writes the object anew for this: it gets a new date, and a new version where the bucket keeps them. What is not changed here stays.'}
      </p>
    </ActionDialog>
  );
}

interface MetadataRowsProps {
  /** Null: of several, where each has its own. */
  present: Metadata | null;
  missing: number;
  rows: Metadata | null;
  onChange: (rows: Metadata | null) => void;
}

function MetadataRows({ present, missing, rows, onChange }: MetadataRowsProps) {
  if (missing > 0)
    return <p className="small">Some metadata can’t be read over HTTP, so none is changed here: it stays.</p>;
  return (
    <fieldset className="one-of">
      <legend className="small dim">Metadata</legend>
      {!present && (
        <Tick checked={rows !== null} onChange={(replace) => onChange(replace ? [] : null)}>
          Replace what each has of its own by these
        </Tick>
      )}
      {(present || rows) && (
        <PairRows of="metadata" rows={rows ?? present ?? []} most={MOST_METADATA} onChange={onChange} />
      )}
    </fieldset>
  );
}
