/** Which files of a download have another name on this computer than their key, and which. */
import type { TransferProgress } from '../../../electron/contract/transfer.ts';
import { useApi } from '../../bridge/use-api.ts';
import { counted } from '../../text/format.ts';
import { renamedPairs } from '../../text/renamed-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PairTable } from '../../ui/PairTable.tsx';

export function RenamedFiles({ renamed }: Pick<TransferProgress, 'renamed'>) {
  const { order } = useApi();
  const { count, first } = renamed;
  const list = first.map(({ name, as }) => `${name}\t${as}`).join('\n');
  return (
    <details className="tx-more renamed-files small say-text">
      <summary>
        <Icon name="chev" size={12} />
        {counted(count, 'file')} under another name
      </summary>
      <p>
        This computer does not take their keys as names. Each sign that it refuses stands as % and its code.
      </p>
      <PairTable {...renamedPairs(renamed)} />
      <Button size="small" icon="copy" onPress={() => void order('text.copy', { text: list })}>
        Copy the list
      </Button>
    </details>
  );
}
