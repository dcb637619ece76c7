/** What of a work failed and why: reasons in words, the keys below them, the list to hand on. */
import { useApi } from '../../../../bridge/use-api.ts';
import { failureRaw } from '../../../../text/failure-text.ts';
import { counted, formatCount } from '../../../../text/format.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { RawAnswer } from '../../../../ui/Say.tsx';
import { EntryName } from '../../EntryName.tsx';
import { type FailureGroup, failureGroups, failureList, keyOf, reasonOf } from './failure-groups.ts';
import type { Work } from './work.ts';

/** More are in the copied list. */
const MOST_SHOWN = 100;

export function WorkFailures({ work }: { work: Work }) {
  const { order } = useApi();
  const { failures, bucket } = work;
  return (
    <div className="work-failures small say-text">
      <details>
        <summary>
          <Icon name="chev" size={12} />
          {counted(failures.length, 'failure')}
        </summary>
        {failureGroups(failures).map((group) => (
          <Group key={`${group.failure.code} ${group.failure.denial?.action ?? ''}`} group={group} />
        ))}
        <Button
          size="small"
          icon="copy"
          onPress={() => void order('text.copy', { text: failureList(bucket, failures) })}
        >
          Copy the list
        </Button>
      </details>
    </div>
  );
}

function Group({ group }: { group: FailureGroup }) {
  const words = reasonOf(group.failure);
  const raw = failureRaw(group.failure);
  const hidden = group.targets.length - MOST_SHOWN;
  return (
    <section data-failure={group.failure.code}>
      <h3>
        {formatCount(group.targets.length)}: {words.title}
      </h3>
      <p>{words.next}</p>
      <ul>
        {group.targets.slice(0, MOST_SHOWN).map((target, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one object can fail twice, and the list only grows
          <li key={index} className="mono">
            <EntryName name={keyOf(target)} twin={false} />
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="dim">And {formatCount(hidden)} more: the copied list has them all.</p>}
      {raw && <RawAnswer raw={raw} words="What AWS answered for the first" />}
    </section>
  );
}
