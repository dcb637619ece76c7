/** A refusal in place of the list: only what AWS said, another way in, and a text ready for the administrator. */
import { useState } from 'react';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { useApi } from '../../bridge/use-api.ts';
import { failureRaw } from '../../text/failure-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { RawAnswer } from '../../ui/Say.tsx';
import { administratorText } from './administrator-text.ts';
import { type Place, parsePath } from './place.ts';

interface DeniedPanelProps {
  pass: PassView;
  place: Place;
  failure: Failure;
  onOpen: (place: Place, object: string | null) => void;
}

export function DeniedPanel({ pass, place, failure, onOpen }: DeniedPanelProps) {
  const { order, clock } = useApi();
  const [at] = useState(() => clock.now());
  const ask = administratorText(pass, place, failure, at);
  const raw = failureRaw(failure);
  const buckets = place.bucket === null;
  return (
    <section className="denied say-text" role="alert" data-failure={failure.code}>
      <p className="is-danger row strong">
        <Icon name="no" />
        Refused by AWS
      </p>
      <h2>{buckets ? 'This pass may not list buckets.' : 'This pass may not list this folder.'}</h2>
      <p className="lead">
        AWS refuses <code>{buckets ? 's3:ListAllMyBuckets' : 's3:ListBucket'}</code>
        {!buckets && (
          <>
            {' '}
            on <code>{place.bucket}</code>
          </>
        )}{' '}
        for this role. Signing in to {pass.label} again will not change it.
      </p>
      <h3>What you can do</h3>
      <OpenByName buckets={buckets} onOpen={onOpen} />
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
      {raw && (
        <div className="way">
          <RawAnswer raw={raw} words="What AWS answered, word for word" />
        </div>
      )}
    </section>
  );
}

function OpenByName({ buckets, onOpen }: { buckets: boolean; onOpen: DeniedPanelProps['onOpen'] }) {
  const [text, setText] = useState('');
  const [why, setWhy] = useState('');
  const name = buckets ? 'Open a bucket by name' : 'Open another place';
  return (
    <form
      className="way"
      onSubmit={(event) => {
        event.preventDefault();
        const parsed = parsePath(text);
        if (!parsed.ok) return setWhy(parsed.why);
        if (parsed.place.bucket !== null) onOpen(parsed.place, parsed.object);
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
