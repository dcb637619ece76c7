/**
 * The lines as they are copied, in the form of the person's choice. SECURITY: dots stand where secrets do; the screen
 * never holds what they stand for.
 */
import { type ReactNode, useEffect, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { WholeFormat } from '../../../electron/contract/copy-format.ts';
import type { ClipboardHistory, PassView } from '../../../electron/contract/snapshot.ts';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';
import { ClipboardNote } from './ClipboardNote.tsx';
import { useCopyKey } from './use-copy-key.ts';

const tabs: Record<WholeFormat, string> = {
  bash: 'bash, zsh',
  fish: 'fish',
  powershell: 'PowerShell',
  cmd: 'cmd',
  nushell: 'nu',
  dotenv: '.env',
  json: 'JSON',
  ini: 'INI',
  docker: 'Docker',
};

const history: Record<ClipboardHistory, string> = {
  excluded: 'Copy puts it on the clipboard whole, and asks the clipboard history to leave it out.',
  notExcluded:
    'Copy puts it on the clipboard whole. This Electron can’t keep it out of a clipboard history; if you use one, take it out there.',
};

interface CopyLinesProps {
  pass: PassView;
  live: boolean;
  /** It is the one thing to do next on this page. */
  first: boolean;
  format: WholeFormat;
  onFormat: (format: WholeFormat) => void;
}

export function CopyLines({ pass, live, first, format, onFormat }: CopyLinesProps) {
  const { order } = useApi();
  const { app } = useSnapshot();
  const copy = () => void order('pass.copy', { pass: pass.id, format });
  useCopyKey(live, copy);
  return (
    <section className="use-copy" aria-labelledby="use-copy">
      <h3 id="use-copy">Copy for a shell</h3>
      <p className="small dim">The secret is never drawn on the screen. {history[app.clipboardHistory]}</p>
      <Tabs
        selectedKey={format}
        onSelectionChange={(key) => {
          const chosen = WholeFormat.safeParse(key);
          if (chosen.success) onFormat(chosen.data);
        }}
      >
        <TabList className="seg use-formats" aria-label="Form of the lines">
          {WholeFormat.options.map((each) => (
            <Tab key={each} id={each} className="seg-part">
              {tabs[each]}
            </Tab>
          ))}
        </TabList>
        <TabPanel id={format} className="use-lines">
          {live ? (
            <Lines pass={pass} format={format} />
          ) : (
            <p className="code dim">Sign in, and the lines are here.</p>
          )}
        </TabPanel>
      </Tabs>
      <div className="row use-act">
        <Button
          look={first ? 'primary' : 'plain'}
          icon="copy"
          shortcut={app.platform === 'darwin' ? '⌘C' : 'Ctrl C'}
          isDisabled={!live}
          onPress={copy}
        >
          Copy
        </Button>
        {live && <ClipboardNote pass={pass} />}
      </div>
    </section>
  );
}

/** Those of the form before stay until the new ones are there. */
function Lines({ pass, format }: { pass: PassView; format: WholeFormat }) {
  const { look } = useApi();
  const [text, setText] = useState('');
  const { session, id, region } = pass;
  const expiresAt = session.kind === 'active' ? session.expiresAt : 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end and the region stand in the lines
  useEffect(() => {
    let wanted = true;
    void look('copy.look', { pass: id, format }).then((reply) => {
      if (wanted && reply.ok) setText(reply.value.text.trimEnd());
    });
    return () => {
      wanted = false;
    };
  }, [look, id, format, expiresAt, region]);
  return (
    <pre className="code">
      {text.split(/\r?\n/).map((line) => (
        <span key={line}>{dotted(line)}</span>
      ))}
    </pre>
  );
}

/** Dots are paler than what is there. */
function dotted(line: string): ReactNode {
  const [before = '', dots, after] = line.split(/(•+)/, 3);
  if (dots === undefined) return before;
  return (
    <>
      {before}
      <span className="hint">{dots}</span>
      {after}
    </>
  );
}
