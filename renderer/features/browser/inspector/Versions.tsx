/** The tab *Versions*: asked for only once it is open, a page at a time, newest first. */
import type { ObjectVersion } from '../../../../electron/contract/s3-inspect.ts';
import type { PassView } from '../../../../electron/contract/snapshot.ts';
import { Button } from '../../../ui/Button.tsx';
import { AccessRefused } from '../AccessRefused.tsx';
import type { ActionTarget } from '../actions/begin.ts';
import { AskingWords } from './AskingWords.tsx';
import type { Subject, VersionPages } from './inspection.ts';
import type { Question } from './question.ts';
import { useWanted } from './use-inspection.ts';
import { VersionRow } from './VersionRow.tsx';
import { onlyVersionWords, topMarkers, versionCountWords } from './version-words.ts';

interface VersionsProps {
  pass: PassView;
  subject: Subject;
  question: Question<VersionPages>;
  live: boolean;
  mayWrite: boolean;
  targetOf: (versions: readonly ObjectVersion[]) => ActionTarget;
  onOpen: (one: ObjectVersion) => void;
}

export function Versions(props: VersionsProps) {
  const { pass, subject, question, live } = props;
  const { asking, told, failed } = useWanted(question, live);
  return (
    <>
      {told ? (
        <Pages {...props} pages={told.value} asking={asking} />
      ) : (
        <AskingWords asking={asking} live={live} words="the versions" />
      )}
      {failed && (
        <AccessRefused
          pass={pass}
          asked={{ kind: 'versions', bucket: subject.bucket, prefix: subject.key }}
          refused={failed}
          onAgain={live ? question.ask : undefined}
        />
      )}
    </>
  );
}

function Pages(props: VersionsProps & { pages: VersionPages; asking: boolean }) {
  const { subject, question, live, mayWrite, targetOf, onOpen, pages, asking } = props;
  const { versions, complete } = pages;
  const onTop = topMarkers(versions);
  const only = onlyVersionWords(pages);
  if (versions.length === 0) return <p className="small dim fact-note">No version of it is left.</p>;
  return (
    <>
      <ul className="versions" aria-label="Versions, newest first">
        {versions.map((one) => (
          <VersionRow
            key={one.version}
            one={one}
            looked={
              subject.version === one.version || (subject.version === null && one.isPresent && !one.isMarker)
            }
            undo={one === onTop[0] ? onTop : []}
            mayWrite={mayWrite}
            targetOf={targetOf}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {only && <p className="small hint fact-note">{only}</p>}
      {!complete && (
        <div className="insp-acts">
          <span className="small dim grow">{versionCountWords(pages)}</span>
          <Button size="small" isDisabled={!live || asking} onPress={question.ask}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}
