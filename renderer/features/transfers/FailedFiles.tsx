/** Which files of a transfer failed and why: reasons in words, the names below them, the list to hand on. */
import type { PassView, TransferView } from '../../../electron/contract/snapshot.ts';
import { useApi } from '../../bridge/use-api.ts';
import { failureRaw } from '../../text/failure-text.ts';
import { counted, formatCount } from '../../text/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { RawAnswer } from '../../ui/Say.tsx';
import { DeniedFile } from './DeniedFile.tsx';
import { type FailureGroup, failureGroups, failureList, reasonOf } from './transfer-facts.ts';

interface FailedFilesProps {
  transfer: TransferView;
  /** Undefined: it is gone. */
  pass: PassView | undefined;
}

export function FailedFiles({ transfer, pass }: FailedFilesProps) {
  const { order } = useApi();
  const { failures = [], files } = transfer.progress ?? {};
  const untold = (files?.failed ?? 0) - failures.length;
  return (
    <details className="tx-more failed-files small say-text">
      <summary>
        <Icon name="chev" size={12} />
        {counted(files?.failed ?? failures.length, 'failure')}
      </summary>
      {failureGroups(failures).map((group) => (
        <Group
          key={`${group.failure.code} ${group.failure.denial?.action ?? ''}`}
          group={group}
          transfer={transfer}
          pass={pass}
        />
      ))}
      {untold > 0 && <p>And {formatCount(untold)} more, which are not kept by name.</p>}
      <Button
        size="small"
        icon="copy"
        onPress={() => void order('text.copy', { text: failureList(failures) })}
      >
        Copy the list
      </Button>
    </details>
  );
}

function Group({ group, transfer, pass }: FailedFilesProps & { group: FailureGroup }) {
  const { failure, names } = group;
  const words = reasonOf(failure);
  const raw = failureRaw(failure);
  return (
    <section data-failure={failure.code}>
      <h3>
        {formatCount(names.length)}: {words.title}
      </h3>
      {failure.denial && pass ? (
        <DeniedFile transfer={transfer} name={names[0] ?? ''} failure={failure} pass={pass} />
      ) : (
        <p>{words.next}</p>
      )}
      <ul>
        {names.map((name) => (
          <li key={name} className="mono">
            {name}
          </li>
        ))}
      </ul>
      {raw && <RawAnswer raw={raw} words="What was answered for the first" />}
    </section>
  );
}
