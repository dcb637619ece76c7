/** An answer unlike those before: what differs, by name, and the question. No is the default. */
import type { ReactNode } from 'react';
import type { DoubtView, SigninView } from '../../../electron/contract/snapshot.ts';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { formatAccountId } from '../../text/format.ts';
import { Button } from '../../ui/Button.tsx';
import { SayLine } from '../../ui/Say.tsx';
import { AnswerCountdown } from './AnswerCountdown.tsx';
import './confirm.css';
import './picker.css';

type Confirming = Extract<SigninView, { kind: 'confirming' }>;

const TITLE = 'This sign-in is not like those before.';

export function ConfirmAnswer({ signin }: { signin: Confirming }) {
  const { order } = useApi();
  const name = useOrganisationName(signin.organisation);
  return (
    <section className="confirm" aria-labelledby="confirm-title" role="alert">
      <header className="confirm-top">
        <div className="grow">
          <p className="small dim">Sign-in to {name}</p>
          <h1 id="confirm-title">{TITLE}</h1>
          <p className="dim">
            Nothing has been taken from it. Somebody else’s sign-in could be slipped to you this way: you
            would then work, and save files, in a stranger’s account. Go on only if you know why this changed.
          </p>
        </div>
        <AnswerCountdown validUntil={signin.validUntil} />
      </header>
      <Differences doubt={signin.doubt} />
      <div className="acts">
        <Button look="primary" autoFocus onPress={() => order('signin.cancel', {})}>
          No, stop here
        </Button>
        <Button onPress={() => order('signin.confirm', {})}>Yes, this is right</Button>
      </div>
    </section>
  );
}

/** In the popover there is no room for the names: No, or look at it. */
export function ConfirmLine({ signin }: { signin: Confirming }) {
  const { order } = useApi();
  const name = useOrganisationName(signin.organisation);
  return (
    <SayLine
      icon="alert"
      tone="danger"
      title={TITLE}
      body={`Is it really yours at ${name}? Nothing has been taken from it.`}
      acts={
        <>
          <Button size="small" autoFocus onPress={() => order('signin.cancel', {})}>
            No, stop
          </Button>
          <Button look="quiet" size="small" onPress={() => order('window.openMain', { pass: null })}>
            Look
          </Button>
        </>
      }
    />
  );
}

function useOrganisationName(id: string): string {
  return useSnapshot().organisations.find((each) => each.id === id)?.name ?? id;
}

function Differences({ doubt: { origin, issuer, accounts } }: { doubt: DoubtView }) {
  return (
    <table className="confirm-table">
      <thead>
        <tr>
          <td />
          <th scope="col">Now</th>
          <th scope="col">Before</th>
        </tr>
      </thead>
      <tbody>
        {origin && (
          <Row what="Answered by the page" now={origin.now ?? 'could not be known'} known={origin.known} />
        )}
        {issuer && <Row what="Issued by" now={issuer.now ?? 'nobody named'} known={issuer.known} />}
        {accounts && (
          <Row
            what={accounts.now.length === 1 ? 'New AWS account' : 'New AWS accounts'}
            now={<Names names={accounts.now.map(formatAccountId)} />}
            known={accounts.known.map(formatAccountId)}
          />
        )}
      </tbody>
    </table>
  );
}

function Row({ what, now, known }: { what: string; now: ReactNode; known: readonly string[] }) {
  return (
    <tr>
      <th scope="row">{what}</th>
      <td className="confirm-now">{now}</td>
      <td>{known.length === 0 ? 'nothing yet' : <Names names={known} />}</td>
    </tr>
  );
}

const MOST_NAMES = 6;

function Names({ names }: { names: readonly string[] }) {
  const more = names.length - MOST_NAMES;
  return (
    <ul>
      {names.slice(0, MOST_NAMES).map((name) => (
        <li key={name}>{name}</li>
      ))}
      {more > 0 && <li className="dim">and {more} more</li>}
    </ul>
  );
}
