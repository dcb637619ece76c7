/** The tabs of the panel; what is behind one is asked for only once it is open. */
import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { ObjectFacts, ObjectVersion } from '../../../../electron/contract/s3-inspect.ts';
import type { PassView } from '../../../../electron/contract/snapshot.ts';
import { formatCount } from '../../../text/format.ts';
import type { ActionTarget } from '../actions/begin.ts';
import { Preview } from '../preview/Preview.tsx';
import { AskingWords } from './AskingWords.tsx';
import { Details } from './Details.tsx';
import type { Inspection, Subject } from './inspection.ts';
import { Tags } from './Tags.tsx';
import type { Told } from './told.ts';
import { useKnown } from './use-inspection.ts';
import { Versions } from './Versions.tsx';
import { versionBadge } from './version-words.ts';

interface InspectorTabsProps {
  pass: PassView;
  subject: Subject;
  told: Told | null;
  inspection: Inspection;
  /** Of the key: that of the present version. */
  ofKey: Inspection;
  live: boolean;
  mayWrite: boolean;
  target: ActionTarget;
  targetOf: (versions: readonly ObjectVersion[]) => ActionTarget;
  onVersion: (version: string | null) => void;
}

export function InspectorTabs(props: InspectorTabsProps) {
  const { pass, subject, told, inspection, ofKey, live, mayWrite, target, targetOf, onVersion } = props;
  const facts = useKnown(inspection.facts);
  const versions = useKnown(ofKey.versions).told?.value;
  const [tab, setTab] = useState('preview');
  const tags = useKnown(inspection.tags).told?.value.length ?? facts.told?.value.tagCount ?? null;
  return (
    <Tabs className="insp-tabs" selectedKey={tab} onSelectionChange={(key) => setTab(String(key))}>
      <TabList className="insp-tablist" aria-label="What of the object">
        <Tab id="preview" className="insp-tab">
          Preview
        </Tab>
        <Tab id="details" className="insp-tab">
          Details
        </Tab>
        <Tab id="versions" className="insp-tab">
          Versions
          {versions && <em>{versionBadge(versions)}</em>}
        </Tab>
        <Tab id="tags" className="insp-tab">
          Tags
          {tags !== null && <em>{formatCount(tags)}</em>}
        </Tab>
      </TabList>
      <TabPanel id="preview" className="insp-panel">
        {told && !facts.failed ? (
          <Preview
            pass={pass.id}
            bucket={subject.bucket}
            object={{
              ...previewOf(facts.told?.value ?? null),
              ...told,
              key: subject.key,
              version: subject.version,
            }}
            live={live}
          />
        ) : (
          <AskingWords asking={facts.asking} live={live} words="the object" />
        )}
      </TabPanel>
      <TabPanel id="details" className="insp-panel">
        {!facts.told && !facts.failed && (
          <AskingWords asking={facts.asking} live={live} words="the details" />
        )}
        <Details
          subject={subject}
          told={told}
          facts={facts.told?.value ?? null}
          target={target}
          mayWrite={mayWrite}
        />
      </TabPanel>
      <TabPanel id="versions" className="insp-panel">
        <Versions
          pass={pass}
          subject={subject}
          question={ofKey.versions}
          live={live}
          mayWrite={mayWrite}
          targetOf={targetOf}
          onOpen={(one) => {
            onVersion(one.isPresent ? null : one.version);
            setTab('preview');
          }}
        />
      </TabPanel>
      <TabPanel id="tags" className="insp-panel">
        <Tags
          pass={pass}
          subject={subject}
          inspection={inspection}
          live={live}
          target={target}
          mayWrite={mayWrite}
        />
      </TabPanel>
    </Tabs>
  );
}

function previewOf(facts: ObjectFacts | null) {
  return { etag: facts?.etag ?? null, contentType: facts?.contentType ?? null };
}
