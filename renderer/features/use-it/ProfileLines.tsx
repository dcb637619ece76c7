/** Lines of the config file as they stand there, with their numbers; ours are marked. */
import type { ShownLine } from '../../../electron/contract/aws-profile.ts';
import { useShortPath } from './use-short-path.ts';

export function ProfileLines({ file, lines }: { file: string; lines: readonly ShownLine[] }) {
  const short = useShortPath();
  return (
    <div className="code use-file">
      <p className="hint" title={file}>
        {short(file)}
      </p>
      <ol>
        {lines.map(({ number, text, ours }) => (
          <li key={number} className={ours ? 'ours' : ''}>
            <span className="use-number" aria-hidden="true">
              {number}
            </span>
            <span>
              {text}
              {ours && <span className="unseen"> (ours)</span>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
