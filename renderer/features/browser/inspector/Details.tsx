/** The tab *Details*: everything that S3 tells of the object, in calm groups. */
import { useContext } from 'react';
import type { ObjectFacts } from '../../../../electron/contract/s3-inspect.ts';
import { useApi } from '../../../bridge/use-api.ts';
import { counted } from '../../../text/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { type ActionTarget, BeginActionContext } from '../actions/begin.ts';
import { factGroups, listedStorage, placeGroup } from './details.ts';
import { isArchived } from './details-words.ts';
import { FactRows } from './FactRows.tsx';
import type { Subject } from './inspection.ts';
import type { Told } from './told.ts';

interface DetailsProps {
  subject: Subject;
  told: Told | null;
  facts: ObjectFacts | null;
  target: ActionTarget;
  mayWrite: boolean;
}

export function Details({ subject, told, facts, target, mayWrite }: DetailsProps) {
  const { clock } = useApi();
  const begin = useContext(BeginActionContext);
  return (
    <>
      <FactRows group={placeGroup(subject, told, facts)} />
      {!facts && told && <FactRows group={listedStorage(told)} />}
      {facts && factGroups(facts, clock.now()).map((group) => <FactRows key={group.title} group={group} />)}
      {facts && <Metadata facts={facts} />}
      {facts && mayWrite && (
        <div className="insp-acts">
          {subject.version === null && (
            <Button size="small" onPress={() => begin('editHeaders', target)}>
              Edit…
            </Button>
          )}
          {isArchived(facts) && (
            <Button size="small" onPress={() => begin('restore', target)}>
              Restore…
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function Metadata({ facts: { metadata, metadataMissing } }: { facts: ObjectFacts }) {
  return (
    <>
      {metadata.length > 0 && <FactRows group={{ title: 'Metadata', facts: metadata }} />}
      {metadata.length === 0 && metadataMissing === 0 && (
        <section className="fact-group">
          <h3>Metadata</h3>
          <p className="small hint">None was written with it.</p>
        </section>
      )}
      {metadataMissing > 0 && (
        <p className="small dim fact-note">
          {counted(metadataMissing, 'more entry', 'more entries')} could not be told: S3 can’t put such
          letters into an answer.
        </p>
      )}
    </>
  );
}
