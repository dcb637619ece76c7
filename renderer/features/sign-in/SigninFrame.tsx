/** Our frame around the company's page: bar above, foot below. The middle belongs to a view that main lays out. */
import type { OrganisationView, SigninView } from '../../../electron/contract/snapshot.ts';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { hostParts } from './host-parts.ts';
import { ProgramQuestion } from './ProgramQuestion.tsx';
import './frame.css';

export function SigninFrame() {
  const { signin, organisations, programQuestion } = useSnapshot();
  const waiting = signin.kind === 'waitingForIdp' ? signin : null;
  const id = 'organisation' in signin ? signin.organisation : null;
  const organisation = organisations.find((each) => each.id === id);
  return (
    <main className="frame">
      <header className="frame-bar">
        <h1>Sign-in to {organisation?.name ?? 'your company'}</h1>
        {waiting && <Address waiting={waiting} />}
      </header>
      <div className="frame-page" />
      {programQuestion ? <ProgramQuestion /> : <Foot organisation={organisation} />}
    </main>
  );
}

function Foot({ organisation }: { organisation: OrganisationView | undefined }) {
  const { order } = useApi();
  return (
    <footer className="frame-foot">
      <div className="grow">
        <p className="dim">Waiting for the answer to AWS. Daypass does not read what you type here.</p>
        {organisation && <ForeignSts organisation={organisation} />}
      </div>
      <Button onPress={() => order('signin.cancel', {})}>Cancel</Button>
    </footer>
  );
}

function Address({ waiting }: { waiting: Extract<SigninView, { kind: 'waitingForIdp' }> }) {
  const host = waiting.hosts.at(-1) ?? '';
  const { rest, registrable } = hostParts(host);
  return (
    <div className="frame-address">
      {waiting.channel === 'https' ? (
        <span className="is-active" title="Encrypted, and the certificate is good">
          <Icon name="lock" />
          <span className="unseen">Encrypted</span>
        </span>
      ) : (
        <span className="badge">this computer</span>
      )}
      <div className="grow">
        <p className="frame-host" title={host}>
          <span>{rest}</span>
          <b>{registrable}</b>
        </p>
        {waiting.hosts.length > 1 && (
          <ol className="small dim frame-trail" aria-label="Hosts of this sign-in">
            {waiting.hosts.slice(-3).map((each, index) => (
              <li key={each}>
                {index > 0 && <Icon name="right" size={10} />}
                <span className="cut">{each}</span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </div>
  );
}

function ForeignSts({ organisation }: { organisation: OrganisationView }) {
  if (!organisation.foreignStsHost) return null;
  return (
    <p className="is-soon foreign">
      <Icon name="alert" size={14} />
      <span>
        Credentials come from <b>{organisation.foreignStsHost}</b>, not from AWS.
      </span>
    </p>
  );
}
