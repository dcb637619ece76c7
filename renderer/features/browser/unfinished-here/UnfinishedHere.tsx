/** Uploads that nobody has ended: what they hold is paid for and in no list. Those that are chosen are given up. */
import { useEffect, useState } from 'react';
import { scopeNow } from '../../../../electron/contract/scope.ts';
import { useApi, useSnapshot } from '../../../bridge/use-api.ts';
import { usePassPhase } from '../../../bridge/use-pass-time.ts';
import { counted } from '../../../text/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { AccessRefused } from '../AccessRefused.tsx';
import { ActionDialog } from '../actions/dialogs/ActionDialog.tsx';
import type { ActionDialogProps } from '../actions/joined.tsx';
import { useWorks } from '../actions/use-works.ts';
import { CheckRows } from '../check-rows/CheckRows.tsx';
import { AskingWords } from '../inspector/AskingWords.tsx';
import { MayOnlyRead } from '../inspector/lines.tsx';
import { useWanted } from '../inspector/use-inspection.ts';
import { askUnfinished } from './unfinished-pages.ts';
import { foundWords, sentNow, unfinishedRows } from './unfinished-words.ts';
import './unfinished-here.css';

export function UnfinishedHere({ pass, target, onClose }: ActionDialogProps) {
  const { transfers } = useSnapshot();
  const works = useWorks();
  const { bucket, prefix } = target;
  const phase = usePassPhase(pass);
  const live = phase === 'active' || phase === 'endingSoon';
  const mayWrite = scopeNow(pass) === 'full';
  const { asking, told, failed, more } = useUnfinished({ pass: pass.id, bucket, prefix }, live);
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const rows = unfinishedRows(told?.value.uploads ?? [], prefix, sentNow(transfers, bucket));
  const chosen = (told?.value.uploads ?? []).filter(({ upload }) => selected.has(upload));
  return (
    <ActionDialog
      title="Unfinished uploads"
      act={chosen.length === 0 ? 'Give up' : `Give up ${counted(chosen.length, 'upload')}`}
      ready={live && mayWrite && chosen.length > 0}
      guarded={pass.guarded && chosen.length > 0 ? bucket : null}
      careful
      wide
      aside={
        told?.value.after != null &&
        live && (
          <Button isDisabled={asking} onPress={more}>
            Show more
          </Button>
        )
      }
      onAct={(typed) => {
        const uploads = chosen.map(({ key, upload }) => ({ key, upload }));
        works.start({ kind: 'abandon', pass: pass.id, bucket, task: { task: 'abandon', uploads }, typed });
      }}
      onClose={onClose}
    >
      <p>
        Below <code className="act-address">{`s3://${bucket}/${prefix}`}</code>. Their parts are kept and paid
        for until somebody ends or gives them up. One that is still being sent fails when it is given up.
      </p>
      {!mayWrite && <MayOnlyRead pass={pass.id} />}
      {!told && !failed && <AskingWords asking={asking} live={live} words="for unfinished uploads" />}
      {rows.length > 0 && (
        <CheckRows
          label="Unfinished uploads"
          asideHead="Begun"
          rows={rows}
          selected={selected}
          onSelect={mayWrite && live ? select : null}
        />
      )}
      {told && (
        <p className="small dim" role="status">
          {foundWords(told.value)}
        </p>
      )}
      {failed && (
        <AccessRefused
          pass={pass}
          asked={{ kind: 'uploads', bucket, prefix }}
          refused={failed}
          onAgain={live ? more : undefined}
        />
      )}
    </ActionDialog>
  );
}

/** Anew when something was done in the bucket. */
function useUnfinished(folder: { pass: string; bucket: string; prefix: string }, live: boolean) {
  const { s3, worked, clock } = useApi();
  const [question] = useState(() => askUnfinished(s3, clock.now, folder));
  const known = useWanted(question, live);
  const { pass, bucket } = folder;
  useEffect(
    () =>
      worked.subscribe((inPass, inBucket) => {
        if (inPass === pass && inBucket === bucket) question.renew();
      }),
    [worked, pass, bucket, question],
  );
  return { ...known, more: question.ask };
}
