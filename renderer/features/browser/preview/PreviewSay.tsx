/** A state of the preview in words: what is so, and what to do. */
import type { ReactNode } from 'react';
import type { Failure } from '../../../../electron/contract/failure.ts';
import { failureRaw, failureText } from '../../../text/failure-text.ts';
import { Button } from '../../../ui/Button.tsx';
import type { IconName } from '../../../ui/Icon.tsx';
import { SayPanel } from '../../../ui/Say.tsx';

interface PreviewSayProps {
  icon: IconName;
  title: string;
  body: string;
  acts?: ReactNode;
}

export function PreviewSay(props: PreviewSayProps) {
  return <SayPanel calm {...props} />;
}

/** Why nothing of it could be read. */
export function NotRead({ failure, onAgain }: { failure: Failure; onAgain: (() => void) | null }) {
  const { title, body, next } = failureText(failure);
  const archived = failure.code === 's3-archived';
  const icon = archived ? 'cold' : failure.retry === 'never' ? 'no' : 'alert';
  return (
    <SayPanel
      calm
      icon={icon}
      tone={archived ? 'plain' : 'danger'}
      title={title}
      body={`${body} ${next}`}
      raw={failureRaw(failure)}
      failure={failure.code}
      acts={onAgain && <AgainButton failure={failure} onAgain={onAgain} />}
    />
  );
}

export function AgainButton({ failure, onAgain }: { failure: Failure; onAgain: () => void }) {
  if (failure.code === 's3-changed-meanwhile')
    return (
      <Button icon="refresh" onPress={onAgain}>
        Read it anew
      </Button>
    );
  return failure.retry === 'now' ? <Button onPress={onAgain}>Try again</Button> : null;
}
