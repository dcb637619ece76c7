/** Puts an older version on top again, by a copy of it: nothing is lost by that, and it asks once. */
import type { ActionDialogProps } from '../joined.tsx';
import { lastName, shownName } from '../target.ts';
import { useWorks } from '../use-works.ts';
import { ActionDialog } from './ActionDialog.tsx';

export function MakePresentDialog({ pass, target, onClose }: ActionDialogProps) {
  const works = useWorks();
  const { bucket } = target;
  const [object] = target.objects;
  if (!object) return null;
  const { key, version } = object;
  return (
    <ActionDialog
      title={`Put this version of ${shownName(lastName(key))} on top?`}
      act="Put it on top"
      ready
      guarded={pass.guarded ? bucket : null}
      careful
      onAct={(typed) =>
        works.start({
          kind: 'makePresent',
          pass: pass.id,
          bucket,
          task: {
            task: 'copy',
            toBucket: bucket,
            sources: [{ kind: 'object', key, version, toKey: key }],
            move: false,
            replace: true,
          },
          typed,
        })
      }
      onClose={onClose}
    >
      <p>
        A copy of it becomes what everybody gets. What is on top now stays as an older version, and can be put
        back the same way.
      </p>
    </ActionDialog>
  );
}
