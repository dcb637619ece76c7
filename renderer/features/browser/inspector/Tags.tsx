/** The tab *Tags*: asked for once it is open, and not when the facts already told that there are none. */
import { useContext } from 'react';
import type { PassView } from '../../../../electron/contract/snapshot.ts';
import { Button } from '../../../ui/Button.tsx';
import { AccessRefused } from '../AccessRefused.tsx';
import { type ActionTarget, BeginActionContext } from '../actions/begin.ts';
import { AskingWords } from './AskingWords.tsx';
import { FactRows } from './FactRows.tsx';
import type { Inspection, Subject } from './inspection.ts';
import { useKnown, useWanted } from './use-inspection.ts';

interface TagsProps {
  pass: PassView;
  subject: Subject;
  inspection: Inspection;
  live: boolean;
  target: ActionTarget;
  mayWrite: boolean;
}

export function Tags({ pass, subject, inspection, live, target, mayWrite }: TagsProps) {
  const begin = useContext(BeginActionContext);
  const none = useKnown(inspection.facts).told?.value.tagCount === 0;
  const { asking, told, failed } = useWanted(inspection.tags, live && !none);
  const tags = none ? [] : told?.value;
  const { bucket, key, version } = subject;
  return (
    <>
      {failed && (
        <AccessRefused
          pass={pass}
          asked={{ kind: 'tags', bucket, key, ofVersion: version !== null }}
          refused={failed}
          onAgain={live ? inspection.tags.ask : undefined}
        />
      )}
      {!tags && <AskingWords asking={asking} live={live} words="the tags" />}
      {tags?.length === 0 && <p className="small hint fact-note">No tags.</p>}
      {tags && tags.length > 0 && <FactRows group={{ title: 'Tags', facts: tags }} />}
      {tags && mayWrite && (
        <div className="insp-acts">
          <Button size="small" onPress={() => begin('editTags', target)}>
            Edit…
          </Button>
        </div>
      )}
    </>
  );
}
