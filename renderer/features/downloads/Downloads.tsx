/** The strip at the bottom: there only while there are downloads. What is not there yet is drawn as holes. */
import type { DownloadView } from '../../../electron/contract/snapshot.ts';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { failureText } from '../../text/failure-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Middle } from '../../ui/Middle.tsx';
import { DownloadDenied } from './DownloadDenied.tsx';
import { downloadShare, downloadWords, stripWords } from './download-words.ts';

export function Downloads() {
  const { downloads } = useSnapshot();
  if (downloads.length === 0) return null;
  return (
    <section className="strip" aria-label="Downloads">
      <div className="strip-head">
        <h2>Downloads</h2>
        <span className="small dim" role="status">
          {stripWords(downloads)}
        </span>
      </div>
      <ul>
        {downloads.map((download) => (
          <DownloadRow key={download.id} download={download} />
        ))}
      </ul>
    </section>
  );
}

function DownloadRow({ download }: { download: DownloadView }) {
  const { passes } = useSnapshot();
  const { state } = download;
  const words = downloadWords(download);
  const failure = state.kind === 'failed' ? state.failure : undefined;
  const pass = passes.find((each) => each.id === download.pass);
  return (
    <li className="tx" data-failure={failure?.code}>
      <Icon name="down" />
      <div className="tx-what">
        <Middle text={download.fileName} />
        <small className="cut">
          from {download.bucket}
          {pass && `, pass ${pass.label}`}
        </small>
      </div>
      <Bar download={download} />
      <div className="small dim tx-words">
        <p className={failure ? 'is-danger' : ''}>{failure ? failureText(failure).title : words.main}</p>
        {failure && !failure.denial ? failureText(failure).next : words.under}
      </div>
      <Stop download={download} />
      {failure?.denial && pass && <DownloadDenied download={download} failure={failure} pass={pass} />}
    </li>
  );
}

function Bar({ download }: { download: DownloadView }) {
  const share = downloadShare(download);
  const percent = share === null ? undefined : Math.floor(share * 100);
  const stopped = download.state.kind === 'failed' || download.state.kind === 'cancelled';
  return (
    <div
      className={stopped ? 'bar stopped' : 'bar'}
      role="progressbar"
      aria-label={download.fileName}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <b style={{ width: `${percent ?? 0}%` }} />
    </div>
  );
}

function Stop({ download }: { download: DownloadView }) {
  const { order } = useApi();
  const running = download.state.kind === 'running';
  return (
    <Button
      look="quiet"
      size="small"
      icon="x"
      aria-label={running ? `Cancel ${download.fileName}` : `Dismiss ${download.fileName}`}
      onPress={() => order(running ? 'download.cancel' : 'download.dismiss', { download: download.id })}
    />
  );
}
