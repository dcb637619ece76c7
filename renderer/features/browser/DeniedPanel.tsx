/** A refusal in place of the list: what AWS said in a sentence, ways on, and a text ready for the administrator. */
import { useContext, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure.ts';
import { scopeNow } from '../../../electron/contract/scope.ts';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { clockWords } from '../../../electron/contract/time.ts';
import { useApi } from '../../bridge/use-api.ts';
import type { Asked } from '../../text/asked-access.ts';
import { denialAdministratorText } from '../../text/denial-administrator-text.ts';
import { type DenialWords, denialWords, likelyCauses, signingInHelps } from '../../text/denial-words.ts';
import { failureRaw } from '../../text/failure-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { RawAnswer } from '../../ui/Say.tsx';
import { OtherWays } from './OtherWays.tsx';
import { PaymentOffer } from './Payment.tsx';
import { PolicyChain } from './PolicyChain.tsx';
import type { Place } from './place.ts';
import { policyChain } from './policy-chain.ts';
import { RefusedActionsContext } from './refused-actions.ts';
import { useAddresses } from './use-address.ts';
import { WiderScope } from './WiderScope.tsx';

interface DeniedPanelProps {
  pass: PassView;
  place: Place;
  failure: Failure;
  onAgain: () => void;
}

export function DeniedPanel({ pass, place, failure, onAgain }: DeniedPanelProps) {
  const { order, clock } = useApi();
  const known = useContext(RefusedActionsContext)?.listing(pass.id, place);
  const [shownAt] = useState(() => clock.now());
  const at = known?.failure === failure ? known.at : shownAt;
  const { bucket } = place;
  const asked: Asked = bucket === null ? { kind: 'buckets' } : { kind: 'list', bucket, prefix: place.prefix };
  const scope = scopeNow(pass);
  const { denial } = failure;
  const wider = signingInHelps(denial, scope);
  const ask = denialAdministratorText(pass, asked, failure, at);
  const raw = failureRaw(failure);
  return (
    <section className="denied say-text" role="alert" data-failure={failure.code}>
      <p className="is-danger row strong">
        <Icon name="no" />
        Refused by AWS
      </p>
      <h2>{bucket === null ? 'This pass may not list buckets.' : 'This pass may not list this folder.'}</h2>
      <Sentence
        words={denialWords(asked, denial, scope)}
        after={wider ? '' : `Signing in to ${pass.label} again will not change it.`}
      />
      <Causes causes={likelyCauses(asked, denial)} />
      <PolicyChain stops={policyChain(denial, scope)} />
      <h3>What you can do</h3>
      <OtherWays pass={pass} place={place} />
      <PaymentOffer pass={pass.id} bucket={bucket} denial={denial} onAgain={onAgain} />
      <OpenByName buckets={bucket === null} />
      {wider ? (
        <div className="way">
          <div className="grow">
            <b>Sign in with full scope</b>
            <p className="small dim">Then this pass may do all that its role may, until it ends.</p>
          </div>
          <WiderScope pass={pass.id} />
        </div>
      ) : (
        <div className="way top">
          <div className="grow">
            <b>Ask the administrator</b>
            <p className="small dim">Everything they need, ready to send. It holds no key and no token.</p>
            <pre className="code ask">{ask}</pre>
          </div>
          <Button icon="copy" onPress={() => order('text.copy', { text: ask })}>
            Copy text
          </Button>
        </div>
      )}
      <div className="way">
        <div className="grow">
          <b>Try again</b>
          <p className="small dim">
            {`Asked at ${clockWords(at, clock.now())}. Daypass does not ask again by itself while this sign-in lasts.`}
          </p>
        </div>
        <Button icon="refresh" onPress={onAgain}>
          Try again
        </Button>
      </div>
      {raw && (
        <div className="way">
          <RawAnswer raw={raw} words="What AWS answered, word for word" />
        </div>
      )}
    </section>
  );
}

function Sentence({ words, after }: { words: DenialWords; after: string }) {
  const { before, policy, refuses, action, on, name, whom, next } = words;
  return (
    <p className="lead">
      {before}
      <b>{policy}</b>
      {refuses} <code>{action}</code>
      {on}
      {name && <code>{name}</code>}
      {whom}. {after} {next}
    </p>
  );
}

function Causes({ causes }: { causes: readonly string[] }) {
  if (causes.length === 0) return null;
  return (
    <div className="causes">
      <h3>What it usually is</h3>
      <ul>
        {causes.map((cause) => (
          <li key={cause}>{cause}</li>
        ))}
      </ul>
    </div>
  );
}

function OpenByName({ buckets }: { buckets: boolean }) {
  const { desk, present } = useAddresses();
  const [text, setText] = useState('');
  const [why, setWhy] = useState('');
  const name = buckets ? 'Open a bucket by name' : 'Open another place';
  return (
    <form
      className="way"
      onSubmit={(event) => {
        event.preventDefault();
        const refused = text.trim() === '' ? null : desk.open(text, present);
        if (refused !== null) setWhy(refused);
      }}
    >
      <div className="grow">
        <b>{name}</b>
        <p className="small dim">
          {why ||
            (buckets
              ? 'Listing buckets and reading one are separate rights. A bucket you know may still open.'
              : 'Rights can differ from folder to folder. One you know may still open.')}
        </p>
      </div>
      <span className="field open-field">
        <input
          className="mono"
          aria-label={name}
          placeholder={buckets ? 'bucket or bucket/folder/' : 'bucket/folder/'}
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setWhy('');
          }}
        />
      </span>
      <Button type="submit" look="primary">
        Open
      </Button>
    </form>
  );
}
