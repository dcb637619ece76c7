/** One object beside the list, or one version of it: what is known, and what can be done. */
import { useContext, useEffect } from 'react';
import { scopeNow } from '../../../../electron/contract/scope.ts';
import type { PassView } from '../../../../electron/contract/snapshot.ts';
import { AccessRefused } from '../AccessRefused.tsx';
import type { Row } from '../list-model.ts';
import { ReadRefused, useReadRefusal } from '../ReadRefused.tsx';
import { RefusedActionsContext } from '../refused-actions.ts';
import { InspectorHead } from './InspectorHead.tsx';
import { InspectorTabs } from './InspectorTabs.tsx';
import type { Subject } from './inspection.ts';
import { AsReadAt, MayOnlyRead, OtherVersion } from './lines.tsx';
import type { Known } from './question.ts';
import { versionsTarget } from './target.ts';
import type { Told } from './told.ts';
import { useInspection, useKnown, useListed, useWanted } from './use-inspection.ts';
import { versionCountWords } from './version-words.ts';
import './inspector.css';

interface InspectorProps {
  pass: PassView;
  bucket: string;
  /** Where the bucket is; null: not told. */
  region: string | null;
  /** The folder it is looked at in. */
  prefix: string;
  objectKey: string;
  /** Null: the present one. */
  version: string | null;
  /** What the list tells of it; null when it does not list it. */
  listed: (Row & Told) | null;
  /** No more names come. */
  listedAll: boolean;
  live: boolean;
  onVersion: (version: string | null) => void;
  onDownload: (row: Row) => void;
  onConsole: () => void;
  onClose: () => void;
}

export function Inspector(props: InspectorProps) {
  const { pass, bucket, prefix, objectKey, version, live } = props;
  const listed = useListed(objectKey, props.listed, props.listedAll);
  const subject: Subject = { pass: pass.id, bucket, key: objectKey, version };
  const ofKey = useInspection(pass, { ...subject, version: null }, listed);
  const inspection = useInspection(pass, subject, listed);
  const facts = useWanted(inspection.facts, live);
  const versions = useKnown(ofKey.versions).told?.value ?? null;
  const entry = versions?.versions.find((one) => one.version === version);
  const told = (version === null ? listed : entry) ?? facts.told?.value ?? null;
  const mayWrite = live && scopeNow(pass) === 'full';
  const folder = { bucket, prefix, key: objectKey };
  const here = { version, sizeBytes: told?.sizeBytes ?? 0, ...(told && { storageClass: told.storageClass }) };
  const target = versionsTarget(folder, [here]);
  return (
    <aside className="insp" aria-label="Object">
      <InspectorHead
        pass={pass}
        region={props.region}
        name={objectKey.slice(prefix.length)}
        told={told}
        versions={versions && versionCountWords(versions)}
        target={target}
        live={live}
        onDownload={version === null && listed ? () => props.onDownload(listed) : null}
        onConsole={props.onConsole}
        onClose={props.onClose}
      />
      {version !== null && (
        <OtherVersion version={version} at={told?.modifiedAt ?? null} onBack={() => props.onVersion(null)} />
      )}
      <Refusals {...props} facts={facts} onAgain={inspection.facts.ask} />
      {!live && <AsReadAt at={facts.told?.at ?? null} />}
      {live && !mayWrite && <MayOnlyRead pass={pass.id} />}
      <InspectorTabs
        pass={pass}
        subject={subject}
        told={told}
        inspection={inspection}
        ofKey={ofKey}
        live={live}
        mayWrite={mayWrite}
        target={target}
        targetOf={(all) => versionsTarget(folder, all)}
        onVersion={props.onVersion}
      />
    </aside>
  );
}

type RefusalsProps = InspectorProps & { facts: Known<unknown>; onAgain: () => void };

/** A refusal of the object is remembered for its bucket; one of an old version says nothing about the present one. */
function Refusals({ pass, bucket, objectKey, version, live, facts, onAgain }: RefusalsProps) {
  const { failed, told } = facts;
  const refused = useContext(RefusedActionsContext);
  const known = useReadRefusal(pass.id, bucket, objectKey);
  const denied = failed?.failure.code === 's3-access-denied' && version === null;
  useEffect(() => {
    if (denied && failed) refused?.noteReading(pass.id, bucket, objectKey, failed);
  }, [denied, failed, refused, pass.id, bucket, objectKey]);
  // Facts are had by the right that reading needs: told since, the refusal is over.
  const over =
    version === null && known?.failure.code === 's3-access-denied' && told !== null && told.at > known.at;
  useEffect(() => {
    if (over) refused?.dropReading(pass.id, bucket, objectKey);
  }, [over, refused, pass.id, bucket, objectKey]);
  const again = live && failed ? onAgain : undefined;
  if (failed && !denied) {
    const kind = version === null ? 'read' : 'readVersion';
    const asked = { kind, bucket, key: objectKey } as const;
    return <AccessRefused pass={pass} asked={asked} refused={failed} onAgain={again} />;
  }
  if (!known) return null;
  return <ReadRefused refusal={known} pass={pass} bucket={bucket} objectKey={objectKey} onAgain={again} />;
}
