/** Under a download that AWS refused: why in one sentence, and the text for the administrator. */
import type { Failure } from '../../../electron/contract/failure.ts';
import { scopeNow } from '../../../electron/contract/scope.ts';
import type { DownloadView, PassView } from '../../../electron/contract/snapshot.ts';
import { useApi } from '../../bridge/use-api.ts';
import { denialAdministratorText } from '../../text/denial-administrator-text.ts';
import { denialSentence, denialWords } from '../../text/denial-words.ts';
import { AskAdministrator } from '../../ui/AskAdministrator.tsx';

interface DownloadDeniedProps {
  download: DownloadView;
  failure: Failure;
  pass: PassView;
}

export function DownloadDenied({ download, failure, pass }: DownloadDeniedProps) {
  const { order } = useApi();
  const asked = { kind: 'read', bucket: download.bucket, key: download.key } as const;
  const words = denialWords(asked, failure.denial, scopeNow(pass));
  return (
    <div className="tx-denied small say-text">
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
