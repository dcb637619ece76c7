/** What S3 refused or did not answer, in place: why, what helps, and the text for the administrator. */
import type { ReactNode } from 'react';
import { scopeNow } from '../../../electron/contract/scope.ts';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { clockWords } from '../../../electron/contract/time.ts';
import { useApi } from '../../bridge/use-api.ts';
import type { Asked } from '../../text/asked-access.ts';
import { denialAdministratorText } from '../../text/denial-administrator-text.ts';
import { denialSentence, denialWords, likelyCauses, signingInHelps } from '../../text/denial-words.ts';
import { failureRaw, failureText } from '../../text/failure-text.ts';
import { AskAdministrator } from '../../ui/AskAdministrator.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { RawAnswer } from '../../ui/Say.tsx';
import type { Refused } from './refused-actions.ts';
import { WiderScope } from './WiderScope.tsx';

const titles: Record<Asked['kind'], string> = {
  buckets: 'This pass may not list buckets.',
  list: 'This pass may not list this folder.',
  read: 'This pass may not read this object.',
  write: 'This pass may not write this object.',
  readVersion: 'This pass may not read this version.',
  tags: 'This pass may not read the tags.',
  versions: 'This pass may not list versions.',
  uploads: 'This pass may not list unfinished uploads.',
};

interface AccessRefusedProps {
  pass: PassView;
  asked: Asked;
  refused: Refused;
  /** Where it is asked again from here. */
  onAgain?: (() => void) | undefined;
}

export function AccessRefused({ pass, asked, refused: { failure, at }, onAgain }: AccessRefusedProps) {
  const { order, clock } = useApi();
  const { denial } = failure;
  const raw = failureRaw(failure);
  const text = failureText(failure);
  const scope = scopeNow(pass);
  const words = denialWords(asked, denial, scope);
  const wider = signingInHelps(denial, scope);
  const gone = failure.code === 's3-no-such-key' || failure.code === 's3-marker-there';
  const tried =
    failure.retry === 'never' && !gone
      ? ` Asked at ${clockWords(at, clock.now())}; it can still be tried.`
      : '';
  return (
    <section className="read-refused small" data-failure={failure.code}>
      <p className={gone ? 'strong' : 'is-danger strong'}>
        {denial && !denial.kms ? titles[asked.kind] : text.title}
      </p>
      <p>
        {denial ? `${denialSentence(words)} ${words.next}` : `${text.body} ${text.next}`}
        {tried}
      </p>
      <Causes causes={denial ? likelyCauses(asked, denial) : []} />
      {wider && <WiderScope pass={pass.id} />}
      {denial && !wider && (
        <AskAdministrator
          text={denialAdministratorText(pass, asked, failure, at)}
          onCopy={(text) => void order('text.copy', { text })}
        />
      )}
      {raw && <RawAnswer raw={raw} words="What AWS answered, word for word" />}
      {onAgain && (
        <Way
          retry={failure.retry}
          onAgain={onAgain}
          onSignIn={() => order('signin.start', { organisation: pass.organisation })}
        />
      )}
    </section>
  );
}

function Causes({ causes }: { causes: readonly string[] }): ReactNode {
  if (causes.length === 0) return null;
  return (
    <details>
      <summary>
        <Icon name="chev" size={12} />
        What it usually is
      </summary>
      <ul>
        {causes.map((cause) => (
          <li key={cause}>{cause}</li>
        ))}
      </ul>
    </details>
  );
}

interface WayProps {
  retry: Refused['failure']['retry'];
  onAgain: () => void;
  onSignIn: () => void;
}

function Way({ retry, onAgain, onSignIn }: WayProps) {
  return (
    <div className="row">
      {retry === 'afterSignIn' ? (
        <Button size="small" onPress={onSignIn}>
          Sign in again
        </Button>
      ) : (
        <Button size="small" icon="refresh" onPress={onAgain}>
          Ask again
        </Button>
      )}
    </div>
  );
}
