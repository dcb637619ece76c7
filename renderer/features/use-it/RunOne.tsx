/** One command with the credentials: the first suggestion, because nothing of them is left in the shell. */
import type { Shell } from '../../../electron/contract/copy-format.ts';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { useSnapshot } from '../../bridge/use-api.ts';
import { Icon } from '../../ui/Icon.tsx';
import { CopyLine } from './CopyLine.tsx';
import { execLine, passWord, pathLine } from './command-words.ts';
import { FailureBox } from './FailureBox.tsx';
import { onDemandWords } from './on-demand-words.ts';

export function RunOne({ pass, shell }: { pass: PassView; shell: Shell }) {
  const { app, command, passes, preferences } = useSnapshot();
  return (
    <section className="use-run" aria-labelledby="use-run">
      <h3 id="use-run">Run one command with it</h3>
      {command.failure ? (
        <FailureBox failure={command.failure} />
      ) : (
        <>
          <CopyLine line={execLine(command, passWord(pass, passes), shell)} name="Copy the command" />
          <p className="small dim">
            Nothing is left in the shell. {onDemandWords[preferences.onDemandSignIn].command}
          </p>
          {!command.onPath && <PathLine {...pathLine(shell, app.platform)} />}
        </>
      )}
    </section>
  );
}

function PathLine({ line, place }: { line: string; place: string }) {
  return (
    <details className="use-path">
      <summary className="small">
        <Icon name="chev" size={12} />
        To write only daypass
      </summary>
      <p className="small dim">Put this line {place}.</p>
      <CopyLine line={line} name="Copy the line for the PATH" />
    </details>
  );
}
