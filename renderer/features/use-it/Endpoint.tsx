/** The container credentials endpoint of the pass: off until it is started here, and copied as lines then. */
import type { Shell } from '../../../electron/contract/copy-format.ts';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { useApi } from '../../bridge/use-api.ts';
import { copyFormatNames } from '../../text/copy-words.ts';
import { Button } from '../../ui/Button.tsx';

export function Endpoint({ pass, shell }: { pass: PassView; shell: Shell }) {
  const { order } = useApi();
  const open = () => void order('endpoint.open', { pass: pass.id, shell });
  return (
    <section className="use-endpoint" aria-labelledby="use-endpoint">
      <h3 id="use-endpoint">For programs that fetch by themselves</h3>
      <div className="use-line">
        <div className="grow">
          <b className={pass.endpoint ? 'is-active' : ''}>
            Local endpoint<span role="status">{pass.endpoint && ', open'}</span>
          </b>
          <p className="small dim">
            127.0.0.1, a random port and a token of its own. SDKs come again before a session ends.{' '}
            {pass.endpoint
              ? 'Stop it, or quit Daypass, and the lines lead nowhere.'
              : `Start copies the lines for ${copyFormatNames[shell]} that lead there.`}
          </p>
        </div>
        {pass.endpoint ? (
          <>
            <Button look="quiet" onPress={open}>
              Copy lines
            </Button>
            <Button onPress={() => void order('endpoint.close', { pass: pass.id })}>Stop</Button>
          </>
        ) : (
          <Button onPress={open}>Start</Button>
        )}
      </div>
    </section>
  );
}
