/** Has readable copies made of what is archived: how fast, and for how many days. */
import { useState } from 'react';
import type { RestoreTier } from '../../../../../electron/contract/s3-work.ts';
import { counted } from '../../../../text/format.ts';
import type { ActionDialogProps } from '../joined.tsx';
import { isArchived } from '../menu.ts';
import { targetsOf, targetWords } from '../target.ts';
import { useWorks } from '../use-works.ts';
import { ActionDialog } from './ActionDialog.tsx';
import { LabelledField, OneOf } from './fields.tsx';
import { readDays, tiersOf } from './restore-words.ts';

export function RestoreDialog({ pass, target, onClose }: ActionDialogProps) {
  const works = useWorks();
  const cold = target.objects.filter(({ storageClass }) => isArchived(storageClass));
  // Intelligent-Tiering does not say in a list what it has archived.
  const objects = cold.length > 0 ? cold : target.objects;
  const [tier, setTier] = useState<RestoreTier>('Standard');
  const [days, setDays] = useState('7');
  const kept = readDays(days);
  const what = targetWords({ objects, folders: [] });
  const others = target.objects.length - objects.length;
  return (
    <ActionDialog
      title={`Restore ${what}`}
      act={`Restore ${objects.length === 1 ? 'it' : what}`}
      ready={kept !== null}
      guarded={null}
      onAct={() => {
        if (kept === null) return;
        const targets = targetsOf({ objects, folders: [] });
        const task = { task: 'restore', targets, tier, days: kept } as const;
        works.start({ kind: 'restore', pass: pass.id, bucket: target.bucket, task, typed: null });
      }}
      onClose={onClose}
    >
      <OneOf label="How fast" value={tier} choices={tiersOf(objects)} onChange={setTier} />
      <LabelledField
        label="Days that the readable copy stays"
        value={days}
        wrong={kept === null ? 'A number from 1 to 365.' : null}
        onChange={setDays}
      />
      <p className="small">
        The archived object stays where it is. AWS charges for the restore and for each day of the copy.
        {others > 0 &&
          ` ${counted(others, 'selected object is', 'selected objects are')} not archived, and not touched.`}
      </p>
    </ActionDialog>
  );
}
