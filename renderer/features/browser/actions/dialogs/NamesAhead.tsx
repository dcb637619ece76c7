/** Before objects come down: which of their keys can't be names on this computer, and what they are called instead. */
import { useMemo } from 'react';
import type { DownloadSource } from '../../../../../electron/contract/transfer.ts';
import { failureText } from '../../../../text/failure-text.ts';
import { renamedPairs } from '../../../../text/renamed-words.ts';
import { Icon } from '../../../../ui/Icon.tsx';
import { PairTable } from '../../../../ui/PairTable.tsx';
import { namesWords } from './names-words.ts';
import { useAsked } from './use-asked.ts';

interface NamesAheadProps {
  pass: string;
  bucket: string;
  base: string;
  sources: DownloadSource[];
}

/** Nobody waits for it: the download can be begun meanwhile. */
export function NamesAhead({ pass, bucket, base, sources }: NamesAheadProps) {
  const start = useMemo(
    () => ({ op: 'names', pass, bucket, base, sources }) as const,
    [pass, bucket, base, sources],
  );
  const { answer, failure } = useAsked('names', start);
  if (failure)
    return (
      <p className="small is-danger" data-failure={failure.code}>
        Its names could not be looked at. {failureText(failure).title}
      </p>
    );
  const words = namesWords(answer);
  if (!answer || answer.renamed.count === 0)
    return (
      <p className="small dim" role="status">
        {words}
      </p>
    );
  return (
    <details className="renamed-files small">
      <summary>
        <Icon name="chev" size={12} />
        <span role="status">{words}</span>
      </summary>
      <PairTable {...renamedPairs(answer.renamed)} />
    </details>
  );
}
