/** Where a sign-in begins: when nothing is pinned yet, and for one pass that is signed out. */
import type { OrganisationView, PassView } from '../../../electron/contract/snapshot.ts';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { failureRaw, failureText } from '../../text/failure-text.ts';
import { Button } from '../../ui/Button.tsx';
import { SayPanel } from '../../ui/Say.tsx';
import './status.css';

export function NothingPinned() {
  const { organisations } = useSnapshot();
  const [only] = organisations;
  const one = organisations.length === 1 && only;
  return (
    <section className="say start">
      <h2>{one ? `Sign in to ${one.name}` : 'Choose where to sign in'}</h2>
      <p>
        Your company’s own page opens. The roles it offers you at AWS become passes that end by themselves.
      </p>
      <div className="orgs">
        {organisations.map((organisation, index) => (
          <OrganisationRow key={organisation.id} organisation={organisation} primary={index === 0} />
        ))}
      </div>
    </section>
  );
}

function OrganisationRow({ organisation, primary }: { organisation: OrganisationView; primary: boolean }) {
  const { order } = useApi();
  const { refusal } = organisation;
  const words = refusal && failureText(refusal);
  return (
    <div className="org" data-failure={refusal?.code}>
      <div className="grow">
        <b>{organisation.name}</b>
        <small>{words ? `${words.title} ${words.next}` : organisation.host}</small>
      </div>
      <Button
        look={primary && !refusal ? 'primary' : 'plain'}
        isDisabled={refusal !== null}
        onPress={() => order('signin.start', { organisation: organisation.id })}
      >
        Sign in
      </Button>
    </div>
  );
}

export function SignedOut({ pass }: { pass: PassView }) {
  const { order } = useApi();
  const { organisations } = useSnapshot();
  const organisation = organisations.find((each) => each.id === pass.organisation);
  const failure = pass.failure ?? organisation?.refusal ?? null;
  const words = failure && failureText(failure);
  return (
    <SayPanel
      icon={failure ? 'alert' : 'ticket'}
      tone={failure ? 'danger' : 'plain'}
      title={words ? words.title : 'This pass is signed out.'}
      body={
        words
          ? `${words.body} ${words.next}`
          : `Sign in to ${organisation?.name ?? 'your company'} to open it.`
      }
      raw={failure && failureRaw(failure)}
      {...(failure && { failure: failure.code })}
      acts={
        <Button
          look="primary"
          size="large"
          isDisabled={organisation?.refusal != null}
          onPress={() => order('signin.start', { organisation: pass.organisation })}
        >
          Sign in
        </Button>
      }
    />
  );
}
