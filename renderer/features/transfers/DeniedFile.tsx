/** Under a transfer that AWS refused: why in one sentence, and the text for the administrator. */
import type { Failure } from '../../../electron/contract/failure.ts';
import { scopeNow } from '../../../electron/contract/scope.ts';
import type { PassView, TransferView } from '../../../electron/contract/snapshot.ts';
import { useApi } from '../../bridge/use-api.ts';
import { denialAdministratorText } from '../../text/denial-administrator-text.ts';
import { denialSentence, denialWords } from '../../text/denial-words.ts';
import { AskAdministrator } from '../../ui/AskAdministrator.tsx';
import { keyOf } from './transfer-facts.ts';

interface DeniedFileProps {
  transfer: TransferView;
  /** As it stands in the failures. */
  name: string;
  failure: Failure;
  pass: PassView;
}

export function DeniedFile({ transfer, name, failure, pass }: DeniedFileProps) {
  const { order } = useApi();
  const kind = transfer.kind === 'upload' ? 'write' : 'read';
  const asked = { kind, bucket: transfer.bucket, key: keyOf(transfer, name) } as const;
  const words = denialWords(asked, failure.denial, scopeNow(pass));
  return (
    <div className="tx-more tx-denied small say-text">
      <p>
        {denialSentence(words)} {words.next}
      </p>
      <AskAdministrator
        text={denialAdministratorText(pass, asked, failure, null)}
        onCopy={(text) => void order('text.copy', { text })}
      />
    </div>
  );
}
