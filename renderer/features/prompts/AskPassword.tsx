/** A proxy or a site wants name and password. SECURITY: its words are drawn as text, and who asks stands beside. */
import { type FormEvent, useState } from 'react';
import { Heading, Input, Label, TextField } from 'react-aria-components';
import type { PromptView } from '../../../electron/contract/snapshot.ts';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';

type PasswordPrompt = Extract<PromptView, { kind: 'proxyPassword' | 'sitePassword' }>;

export function AskPassword({ prompt, refuse }: { prompt: PasswordPrompt; refuse: () => void }) {
  const { order } = useApi();
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [sent, setSent] = useState(false);
  const organisation = useOrganisationName(prompt.organisation);
  const proxy = prompt.kind === 'proxyPassword';
  const send = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    void order('prompt.answer', { prompt: prompt.id, answer: { user, password } });
  };
  return (
    <form onSubmit={send}>
      <Heading slot="title" level={2}>
        {proxy ? 'The proxy asks for a password' : 'A site asks for a password'}
      </Heading>
      <p className="dim">
        {proxy
          ? `${organisation ?? 'Your company'} is reached through a proxy that wants to know who you are.`
          : `It is asked for on the way to the sign-in page of ${organisation ?? 'your company'}.`}
      </p>
      <dl className="prompt-facts">
        <dt>{proxy ? 'Proxy' : 'Site'}</dt>
        <dd className="mono">{prompt.host}</dd>
        {prompt.realm !== '' && (
          <>
            <dt>In its words</dt>
            <dd>{prompt.realm}</dd>
          </>
        )}
      </dl>
      {prompt.triesLeft < 3 && (
        <p className="is-danger" role="alert">
          That name and password were not taken. {triesWords(prompt.triesLeft)}
        </p>
      )}
      <TextField className="prompt-field" value={user} onChange={setUser} autoFocus autoComplete="off">
        <Label>Name</Label>
        <Input maxLength={256} spellCheck={false} />
      </TextField>
      <TextField
        className="prompt-field"
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="off"
      >
        <Label>Password</Label>
        <Input maxLength={1024} />
      </TextField>
      <p className="small dim">Kept in memory until Daypass quits, and sent to {prompt.host} only.</p>
      <div className="acts">
        <Button onPress={refuse}>Cancel</Button>
        <Button look="primary" type="submit" isDisabled={user === '' || sent}>
          Send password
        </Button>
      </div>
    </form>
  );
}

function useOrganisationName(id: string | null): string | null {
  const { organisations } = useSnapshot();
  return organisations.find((organisation) => organisation.id === id)?.name ?? null;
}

const triesWords = (left: number) => (left === 1 ? 'One try is left.' : `${left} tries are left.`);
