/** How a company's authority gets into this system: the command to run, and a button that copies it. */
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { addAuthority } from '../../text/add-authority.ts';
import { Button } from '../../ui/Button.tsx';

export function AddAuthority() {
  const { order } = useApi();
  const { command, hint } = addAuthority(useSnapshot().app.platform);
  return (
    <div className="authority">
      <div className="row">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what may scroll must be reachable by keyboard */}
        <pre className="code grow" tabIndex={0}>
          {command}
        </pre>
        <Button
          look="quiet"
          size="small"
          icon="copy"
          aria-label="Copy the command"
          onPress={() => order('text.copy', { text: command })}
        />
      </div>
      <p className="small dim">FILE is the one from your administrator. {hint}</p>
    </div>
  );
}
