/** Lines above the content: what a person should know until it is dismissed or mended. */
import type { Failure } from '../../../electron/contract/failure.ts';
import type { NoticeView, Snapshot } from '../../../electron/contract/snapshot.ts';
import { useApi, useRefusal, useSnapshot } from '../../bridge/use-api.ts';
import { failureRaw, failureText } from '../../text/failure-text.ts';
import { Button } from '../../ui/Button.tsx';
import { SayLine } from '../../ui/Say.tsx';

export function Notices() {
  const snapshot = useSnapshot();
  const keychain = keychainFailure(snapshot);
  const others = snapshot.notices.filter(
    (notice) => !keychain || !notice.failure.code.startsWith('keychain-'),
  );
  return (
    <>
      <RefusedOrder />
      {keychain && <KeychainLine failure={keychain} />}
      {others.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </>
  );
}

function keychainFailure({ keychain }: Snapshot): Failure | null {
  if (keychain.kind === 'locked') return { code: 'keychain-locked', retry: 'now' };
  return keychain.kind === 'missing' ? { code: 'keychain-missing', retry: 'now' } : null;
}

function KeychainLine({ failure }: { failure: Failure }) {
  const { order } = useApi();
  const words = failureText(failure);
  return (
    <SayLine
      icon="lock"
      tone="soon"
      title={words.title}
      body={words.body}
      failure={failure.code}
      acts={
        <Button size="small" onPress={() => order('keychain.retry', {})}>
          Try again
        </Button>
      }
    />
  );
}

function NoticeLine({ notice }: { notice: NoticeView }) {
  const { order } = useApi();
  const { failure } = notice;
  const words = failureText(failure);
  const ofSettings = failure.code === 'settings-broken' || failure.code === 'settings-newer';
  return (
    <SayLine
      icon="alert"
      tone="soon"
      title={words.title}
      body={`${words.body} ${words.next}`}
      raw={failureRaw(failure)}
      failure={failure.code}
      acts={
        <>
          {ofSettings && (
            <>
              <Button size="small" onPress={() => order('settings.reveal', {})}>
                Show the settings file
              </Button>
              <Button size="small" onPress={() => order('settings.reload', {})}>
                Read it again
              </Button>
            </>
          )}
          <Button
            look="quiet"
            size="small"
            icon="x"
            aria-label="Dismiss"
            onPress={() => order('notice.dismiss', { notice: notice.id })}
          />
        </>
      }
    />
  );
}

/** The last thing a person asked for here was refused. */
function RefusedOrder() {
  const { refusals } = useApi();
  const failure = useRefusal();
  if (!failure) return null;
  const words = failureText(failure);
  return (
    <SayLine
      icon="alert"
      tone="danger"
      title={words.title}
      body={`${words.body} ${words.next}`}
      raw={failureRaw(failure)}
      failure={failure.code}
      acts={
        <Button look="quiet" size="small" icon="x" aria-label="Dismiss" onPress={() => refusals.set(null)} />
      }
    />
  );
}
