/** The settings as a page of the main window: sections on the left, one of them open. Esc goes back. */
import { type ReactNode, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Snapshot } from '../../../electron/contract/snapshot.ts';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { counted } from '../../text/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { OrganisationsSection } from './OrganisationsSection.tsx';
import { PassesSection } from './PassesSection.tsx';
import { HandingOutSection, RenewalSection } from './PreferenceSections.tsx';
import { AboutSection, KeychainSection } from './SystemSections.tsx';
import { TransferSection } from './TransferSection.tsx';
import './settings.css';

export type SettingsSection =
  | 'organisations'
  | 'passes'
  | 'renewal'
  | 'handout'
  | 'transfers'
  | 'keychain'
  | 'about';

interface SettingsPageProps {
  first?: SettingsSection;
  notices: ReactNode;
  adding: (onAdded: () => void) => ReactNode;
  ways: ReactNode;
  forget: ReactNode;
  onClose: () => void;
}

export function SettingsPage(props: SettingsPageProps) {
  const { first = 'organisations', notices, adding, ways, forget, onClose } = props;
  const snapshot = useSnapshot();
  const [section, open] = useState<SettingsSection>(first);
  const sections: [SettingsSection, string, ReactNode, number?][] = [
    [
      'organisations',
      'Organisations',
      <OrganisationsSection key="o" adding={adding} ways={ways} />,
      snapshot.organisations.length,
    ],
    ['passes', 'Passes', <PassesSection key="p" />, snapshot.passes.length],
    ['renewal', 'Sign-in and renewal', <RenewalSection key="r" />],
    ['handout', 'Handing out', <HandingOutSection key="h" />],
    ['transfers', 'Transfers', <TransferSection key="t" />],
    ['keychain', 'Keychain', <KeychainSection key="k" />],
    ['about', 'About', <AboutSection key="a" forget={forget} />],
  ];
  return (
    <div className="settings">
      <header className="head">
        <h1 className="grow">Settings</h1>
        <Button look="quiet" icon="x" aria-label="Close settings" onPress={onClose} />
      </header>
      {notices}
      <Tabs
        className="set"
        orientation="vertical"
        selectedKey={section}
        onSelectionChange={(key) => {
          const found = sections.find(([id]) => id === key);
          if (found) open(found[0]);
        }}
      >
        <TabList className="set-nav" aria-label="Settings">
          {sections.map(([id, title, , count]) => (
            <Tab key={id} id={id} className="set-tab">
              {title}
              {count !== undefined && <span className="micro hint">{count}</span>}
            </Tab>
          ))}
        </TabList>
        {sections.map(([id, , content]) => (
          <TabPanel key={id} id={id} className="set-form">
            <ManagedNote snapshot={snapshot} />
            {content}
          </TabPanel>
        ))}
      </Tabs>
    </div>
  );
}

function ManagedNote({ snapshot: { managed, organisations, passes } }: { snapshot: Snapshot }) {
  const { order } = useApi();
  if (!managed) return null;
  const count =
    managed.preferences.length + [...organisations, ...passes].filter((each) => each.managed).length;
  return (
    <p className="set-managed">
      <Icon name="lock" />
      <span className="grow">
        <b>{count === 1 ? 'One thing is managed.' : `${counted(count, 'thing')} are managed.`}</b>{' '}
        <span className="dim">Your administrator sets them for everyone; they carry a lock.</span>
      </span>
      <Button size="small" onPress={() => void order('settings.reveal', { file: 'managed' })}>
        Show the file
      </Button>
    </p>
  );
}
