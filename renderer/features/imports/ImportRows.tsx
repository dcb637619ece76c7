/** Ways in for people who have it written down already: a row a file, and the list to agree to. */
import { type ReactNode, useEffect, useState } from 'react';
import type {
  ImportFound,
  ImportPreview,
  ImportSourceName,
} from '../../../electron/contract/import-preview.ts';
import { useApi } from '../../bridge/use-api.ts';
import { counted } from '../../text/format.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import './imports.css';

/** `children`: rows of others, at the end of the list. */
export function ImportRows({ children }: { children?: ReactNode }) {
  const { order } = useApi();
  const [found, setFound] = useState<ImportFound>({ saml2aws: null, awsConfig: null });
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  useEffect(() => {
    let here = true;
    void order('import.find', {}).then((reply) => {
      if (here && reply.ok) setFound(reply.value);
    });
    return () => {
      here = false;
    };
  }, [order]);
  async function look(source: ImportSourceName) {
    const reply = await order('import.look', { source });
    if (reply.ok) setPreview(reply.value);
  }
  return (
    <div className="ways">
      <WayRow
        icon="bringIn"
        title="Bring in from saml2aws"
        body={foundWords(found.saml2aws, 'account')}
        found={found.saml2aws !== null}
        onPress={() => void look('saml2aws')}
      />
      <WayRow
        icon="term"
        title="Bring in from the AWS config"
        body={foundWords(found.awsConfig, 'role')}
        found={found.awsConfig !== null}
        onPress={() => void look('awsConfig')}
      />
      <WayRow
        icon="file"
        title="Open a shared file"
        body="From your administrator or a colleague: .daypass.json"
        onPress={() => void look('sharedFile')}
      />
      {children}
      {preview && <ImportDialog preview={preview} onClose={() => setPreview(null)} />}
    </div>
  );
}

function foundWords(count: number | null, noun: string): string {
  return count === null
    ? 'Not found on this computer'
    : `Found on this computer: ${counted(count, noun)}. The file itself is not changed.`;
}

interface WayRowProps {
  icon: IconName;
  title: string;
  body: string;
  found?: boolean;
  disabled?: boolean;
  onPress: () => void;
}

export function WayRow({ icon, title, body, found = false, disabled = false, onPress }: WayRowProps) {
  return (
    <button type="button" className="way focusable" disabled={disabled} onClick={onPress}>
      <Icon name={icon} />
      <span className="grow">
        <b>{title}</b>
        <small>{body}</small>
      </span>
      {found && <span className="badge">found</span>}
      <span className="hint">
        <Icon name="right" />
      </span>
    </button>
  );
}
