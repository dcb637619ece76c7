/** A link to one object: what it may do, how long it really works, what it is saved as. */
import { type FormEvent, type ReactNode, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { LinkFileName, type LinkWish } from '../../../../electron/contract/link.ts';
import { scopeNow } from '../../../../electron/contract/scope.ts';
import type { PassView } from '../../../../electron/contract/snapshot.ts';
import { useApi, useFromNow } from '../../../bridge/use-api.ts';
import { failureText } from '../../../text/failure-text.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Middle } from '../../../ui/Middle.tsx';
import { SayLine } from '../../../ui/Say.tsx';
import { WordsChoice } from '../../../ui/WordsChoice.tsx';
import type { ActionObject } from '../actions/begin.ts';
import { TypeName } from '../actions/TypeName.tsx';
import { LinkBar } from './LinkBar.tsx';
import { LinkFoot } from './LinkFoot.tsx';
import { LinkName } from './LinkName.tsx';
import { LinkUntil } from './LinkUntil.tsx';
import { askedSeconds, type LinkLength, linkLengths, planLink, planWords } from './link-time.ts';
import { useLink } from './use-link.ts';
import './share.css';

interface ShareDialogProps {
  pass: PassView;
  bucket: string;
  object: Pick<ActionObject, 'key' | 'version'>;
  onClose: () => void;
}

export function ShareDialog({ pass, bucket, object, onClose }: ShareDialogProps) {
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(now) => !now && onClose()} isDismissable>
      <Modal>
        <Dialog className="dlg share">
          <header>
            <Heading slot="title" level={2}>
              Share a link to one object
            </Heading>
            <p className="small dim mono">
              <Middle text={`s3://${bucket}/${object.key}`} />
            </p>
          </header>
          <LinkForm pass={pass} bucket={bucket} object={object} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function LinkForm({ pass, bucket, object, onClose }: ShareDialogProps) {
  const { clock } = useApi();
  const [method, setMethod] = useState<LinkWish['method']>('GET');
  const [length, setLength] = useState<LinkLength>('1 h');
  const [until, setUntil] = useState<number | null>(null);
  const [name, setName] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const now = useFromNow((at) => Math.floor(at / 60_000) * 60_000);
  const { session } = pass;
  const readOnly = scopeNow(pass) === 'read-only';
  const asksName = method === 'PUT' && pass.guarded;
  const fileName = method === 'GET' ? name : null;
  const seconds = askedSeconds(length, until, clock.now());
  const ready =
    session.kind === 'active' &&
    (fileName === null || LinkFileName.safeParse(fileName).success) &&
    (!asksName || typed === bucket);
  const { key, version } = object;
  const about = { pass: pass.id, bucket, key, version, method, fileName, typed: asksName ? typed : null };
  const wish: LinkWish | null = ready && seconds !== null ? { ...about, seconds } : null;
  const link = useLink(wish);
  const plan = session.kind === 'active' && seconds !== null ? planLink(session, seconds, now) : null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    void link.copy();
  };
  return (
    <form onSubmit={save}>
      <Field name="The link may">
        {readOnly ? (
          <span>Read it. This pass is read-only.</span>
        ) : (
          <WordsChoice
            label="The link may"
            choices={[
              { value: 'GET', words: 'Read it' },
              { value: 'PUT', words: 'Replace it' },
            ]}
            value={method}
            onChange={setMethod}
          />
        )}
      </Field>
      <Field name="Good for">
        <WordsChoice
          label="Good for"
          choices={linkLengths.map((words) => ({ value: words, words }))}
          value={length}
          onChange={(chosen) => {
            setLength(chosen);
            if (chosen === 'Until…' && until === null && session.kind === 'active')
              setUntil(session.expiresAt);
          }}
        />
        {length === 'Until…' && (
          <LinkUntil at={until} now={now} right={seconds !== null} onChange={setUntil} />
        )}
      </Field>
      {plan && <LinkBar plan={plan} />}
      {plan && <TrueEnd cut={plan.cut} {...planWords(plan, length)} />}
      {session.kind !== 'active' && (
        <SayLine icon="clock" title="This session has ended." body="Sign in again, then make the link." />
      )}
      {method === 'GET' && <LinkName objectKey={key} value={name} onChange={setName} />}
      {asksName && <TypeName name={bucket} value={typed} onChange={setTyped} />}
      {link.text !== null && wish !== null && <p className="code">{link.text}</p>}
      {link.failure && <LinkFailure failure={failureText(link.failure)} code={link.failure.code} />}
      <LinkFoot
        method={method}
        clearsAt={link.clearsAt}
        ready={wish !== null && link.failure === null}
        onClose={onClose}
      />
    </form>
  );
}

function Field({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="share-field">
      <span className="name" aria-hidden="true">
        {name}
      </span>
      {children}
    </div>
  );
}

function TrueEnd({ cut, title, body }: { cut: boolean; title: string; body: string }) {
  return (
    <div className={cut ? 'link-true short' : 'link-true'} role="status">
      <span className={cut ? 'ico is-soon' : 'ico'}>
        <Icon name={cut ? 'info' : 'clock'} />
      </span>
      <div>
        <p>
          <b>{title}</b>
        </p>
        <p>{body}</p>
      </div>
    </div>
  );
}

function LinkFailure({ failure, code }: { failure: ReturnType<typeof failureText>; code: string }) {
  const { title, body, next } = failure;
  return <SayLine icon="alert" tone="danger" title={title} body={`${body} ${next}`} failure={code} />;
}
